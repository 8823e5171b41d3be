using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
namespace Contacts.Generated.ContractTests;

/// <summary>Hears what the suite's calls show: each log line, each span, and each exception of the SDK with all that hangs on it.</summary>
internal sealed class LeakWatch : IDisposable
{
    private readonly RecordedLogs _logs = new();
    private readonly ConcurrentQueue<Exception> _exceptions = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private int _linesTaken;

    public LeakWatch()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Contacts.Generated",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        AppDomain.CurrentDomain.FirstChanceException += Note;
    }

    public Microsoft.Extensions.Logging.ILoggerFactory LoggerFactory => _logs;

    /// <summary>What was shown since this was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        var lines = _logs.Lines;
        List<string> shown = [.. lines.Skip(_linesTaken).Select(static line => line.ToString())];
        _linesTaken = lines.Count;
        while (_spans.TryDequeue(out var span))
        {
            shown.Add(string.Join(";", [span.DisplayName, span.StatusDescription, .. span.TagObjects.Select(
                static tag => tag.ToString()), .. span.Events.Select(static moment => Shown.Of(moment))]));
        }

        while (_exceptions.TryDequeue(out var exception))
        {
            shown.Add(Shown.Of(exception));
        }

        return shown;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        _listener.Dispose();
        _logs.Dispose();
    }

    /// <summary>Only kept here: it is looked at when the call has ended, and all of it is there.</summary>
    private void Note(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is ContactsException)
        {
            _exceptions.Enqueue(thrown.Exception);
        }
    }
}
