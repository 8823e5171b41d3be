using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Paging;

/// <summary>
/// A file of lines that several runs write, and the state that says how much of it is valid. A page counts once its lines are on the disk,
/// followed by the state. The next run cuts off what a kill leaves behind after that, and writes the page again.
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
            throw new UsageException("--resume and --output-file name the same file: one is for the state, the other for the lines.");
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
            // A run that could not start leaves nothing behind.
            using (output)
            using (state)
            {
                DeleteIf(isNewOutput && output is { Length: 0 }, outputPath);
                DeleteIf(isNewState && state is { Last: null }, statePath);
            }

            throw;
        }
    }

    /// <summary>Records what was written, and where the list continues after it.</summary>
    public void Keep(string continuation, int items) => Add(continuation, State.Items + items, finished: false);

    /// <summary>Records that the whole list was written, with this many items.</summary>
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
                throw new UsageException(
                    "The file of --output-file is not empty, and no state says how much of it is valid: name a new file, or delete it.");
            }

            // Before the first line, so that a later run recognizes the lines as ours.
            _state.Add(new ResumeState(path, query, 0, Tail(0), 0, null, Finished: false));
            return;
        }

        if (state.Query != query)
        {
            throw new UsageException(
                "The file of --resume belongs to another list: repeat the first command, or use another file to start over.");
        }

        if (state.Output != path)
        {
            var other = SafeText.OneLine(state.Output, 400);
            throw new UsageException(
                $"The file of --resume belongs to another output file: use --output-file {other}, or another file for --resume.");
        }

        if (_output.Length < state.Length || Tail(state.Length) != state.Tail)
        {
            throw new UsageException(
                "The file of --output-file was changed since the last run: lines are missing or different. "
                + "Restore it, or delete it and the file of --resume to start over.");
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

    /// <summary>The fingerprint of the last bytes before a length.</summary>
    private string Tail(long length)
    {
        var bytes = new byte[Math.Min(length, TailBytes)];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(_output.SafeFileHandle, bytes.AsSpan(read), length - bytes.Length + read);
            read += more > 0 ? more : throw new EndOfStreamException("The file of --output-file was shortened while it was read.");
        }

        return ResumeState.Fingerprint(bytes);
    }
}
