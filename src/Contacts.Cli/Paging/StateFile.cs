using System.Text.Json;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Paging;

/// <summary>
/// The file of <c>--resume</c>: one state per line, of which the last complete one counts, so that a kill leaves either the old state or
/// the new one. It is locked for as long as it is open.
/// </summary>
internal sealed class StateFile : IDisposable
{
    /// <summary>Room for several lines.</summary>
    private const int LastBytes = 256 * 1024;

    private readonly FileStream _file;

    private StateFile(FileStream file) => _file = file;

    /// <summary>The last state; null if there is none yet.</summary>
    public ResumeState? Last { get; private set; }

    public static StateFile Open(string path)
    {
        var state = new StateFile(LockedFile.Open("--resume", path));
        try
        {
            state.Read();
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>Adds a state and waits until it is on the disk.</summary>
    public void Add(ResumeState state)
    {
        _file.Write(state.ToLine());
        _file.Flush(flushToDisk: true);
        Last = state;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads the last complete line, and removes what a kill may have left after it.</summary>
    private void Read()
    {
        var bytes = new byte[Math.Min(_file.Length, LastBytes)];
        _file.Seek(-bytes.Length, SeekOrigin.End);
        _file.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n');
        if (bytes.Length == 0)
        {
            return;
        }

        if (end < 0)
        {
            throw NotOurs();
        }

        var begin = bytes.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
        try
        {
            Last = ResumeState.Parse(bytes.AsSpan(begin, end - begin));
        }
        catch (JsonException)
        {
            throw NotOurs();
        }

        _file.SetLength(_file.Length - bytes.Length + end + 1);
        _file.Seek(0, SeekOrigin.End);
    }

    private static UsageException NotOurs() =>
        new("The file of --resume was not written by this command: use another one. "
            + "If it was, delete it and the file of --output-file to start over.");
}
