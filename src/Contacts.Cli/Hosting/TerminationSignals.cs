using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Contacts.Cli.Hosting;

/// <summary>
/// Cancels the command when it is asked to end: by Ctrl-C, by a terminal that is closed, or by another program. Ends the process at once
/// when it is asked again, or when the command takes too long to clean up.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private const int FirstSignalCode = 128;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _exitCode;

    public TerminationSignals()
    {
        (PosixSignal, int)[] handled =
            [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];
        foreach (var (signal, number) in handled)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context => Handle(context, FirstSignalCode + number)));
        }
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of an interrupted process: 128 plus the number of the signal, as in shells.</summary>
    public int ExitCode => _exitCode == 0 ? Hosting.ExitCode.Interrupted : _exitCode;

    [SuppressMessage("Usage", "CA2213", Justification = "A signal that is being handled may still need them, and the process ends.")]
    public void Dispose()
    {
        _ended.Set();
        _registrations.ForEach(static registration => registration.Dispose());
    }

    private void Handle(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        var isFirst = Interlocked.CompareExchange(ref _exitCode, exitCode, 0) == 0;
        if (isFirst)
        {
            // On another thread, since this one has to watch how long it takes.
            _ = _source.CancelAsync();
        }

        if (!isFirst || !_ended.Wait(_patience))
        {
            Environment.Exit(exitCode);
        }
    }
}
