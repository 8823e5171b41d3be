using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;

namespace Contacts.Cli.Paging;

/// <summary>
/// A file of lines that several runs write, and the state that says how much of it is good. A page counts when its lines are on the disk
/// and the state after them is too; whatever a kill leaves behind that is cut off by the next run, which writes the page again.
/// </summary>
internal sealed class ResumableOutput : IDisposable
{
    private const int TailBytes = 4096;

    private readonly FileStream _output;
    private readonly StateFile _state;

    private ResumableOutput(FileStream output, StateFile state)
    {
        _output = output;
        _state = state;
        Lines = new GuardedOutput(output);
    }

    /// <summary>Where the lines go.</summary>
    public Stream Lines { get; }

    public ResumeState State => _state.Last!;

    /// <param name="statePath">The file of <c>--resume</c>.</param>
    /// <param name="outputPath">The file of <c>--output-file</c>.</param>
    /// <param name="query">The fingerprint of what is listed.</param>
    public static ResumableOutput Open(string statePath, string outputPath, string query)
    {
        statePath = LockedFile.Resolve("--resume", statePath);
        outputPath = LockedFile.Resolve("--output-file", outputPath);
        if (statePath == outputPath)
        {
            throw new UsageException("--resume and --output-file name the same file: the first is for the state, the second for the lines.");
        }

        var (isNewState, isNewOutput) = (!File.Exists(statePath), !File.Exists(outputPath));
        FileStream? output = null;
        StateFile? state = null;
        try
        {
            state = StateFile.Open(statePath);
            output = LockedFile.Open("--output-file", outputPath);
            var opened = new ResumableOutput(output, state);
            opened.Begin(outputPath, query);
            return opened;
        }
        catch
        {
            // A run that could not begin leaves nothing behind.
            using (output)
            using (state)
            {
                DeleteIf(isNewOutput && output is { Length: 0 }, outputPath);
                DeleteIf(isNewState && state is { Last: null }, statePath);
            }

            throw;
        }
    }

    /// <summary>Keeps what was written, and where the list goes on behind it.</summary>
    public void Keep(string continuation, int items) => Add(continuation, State.Items + items, finished: false);

    /// <summary>Keeps what was written as the whole list, which has so many items.</summary>
    public void Finish(long items) => Add(continuation: null, items, finished: true);

    public void Dispose()
    {
        _output.Dispose();
        _state.Dispose();
    }

    private static void DeleteIf(bool condition, string path)
    {
        if (condition)
        {
            File.Delete(path);
        }
    }

    private void Begin(string path, string query)
    {
        if (_state.Last is not { } state)
        {
            if (_output.Length > 0)
            {
                throw new UsageException("The file of --output-file has content already, and there is no state that says how much of it is good: name a new file, or delete it.");
            }

            // Before the first line, so that a later run knows these lines as ours.
            _state.Add(new ResumeState(path, query, 0, Tail(0), 0, null, Finished: false));
            return;
        }

        if (state.Query != query)
        {
            throw new UsageException("The file of --resume is of another list: give the same command as the first time, or another file to begin at the beginning.");
        }

        if (state.Output != path)
        {
            throw new UsageException($"The file of --resume belongs to another output file: give --output-file {SafeText.OneLine(state.Output, 400)}, or another file of --resume.");
        }

        if (_output.Length < state.Length || Tail(state.Length) != state.Tail)
        {
            throw new UsageException(
                "The file of --output-file is not as it was left: lines that it had are missing or were changed. Bring it back, or delete it and the file of --resume to begin at the beginning.");
        }

        if (!state.Finished)
        {
            _output.SetLength(state.Length);
            _output.Seek(0, SeekOrigin.End);
        }
    }

    private void Add(string? continuation, long items, bool finished)
    {
        _output.Flush(flushToDisk: true);
        _state.Add(State with
        {
            Length = _output.Length,
            Tail = Tail(_output.Length),
            Items = items,
            Continuation = continuation,
            Finished = finished,
        });
    }

    /// <summary>The fingerprint of what ends at a length.</summary>
    private string Tail(long length)
    {
        var bytes = new byte[Math.Min(length, TailBytes)];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(_output.SafeFileHandle, bytes.AsSpan(read), length - bytes.Length + read);
            read += more > 0 ? more : throw new EndOfStreamException("The file of --output-file became shorter while it was read.");
        }

        return ResumeState.Fingerprint(bytes);
    }
}
