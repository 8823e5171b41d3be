using Microsoft.Extensions.Logging;

namespace Contacts.Generated.TestKit;

/// <summary>Keeps every log line of every category, at every level.</summary>
internal sealed class RecordedLogs : ILoggerFactory, ILoggerProvider
{
    private readonly object _gate = new();
    private readonly List<LogLine> _lines = [];

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private void Add(LogLine line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    private sealed class Recorder(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs.Add(new LogLine(category, LogLevel.Trace, 0, null, state.ToString() ?? "", Values(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Add(new LogLine(category, logLevel, eventId.Id, eventId.Name, formatter(state, exception) + exception, Values(state)));

        private static string Values(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? string.Join(";", values.Select(value => value.Key + "=" + value.Value))
                : "";
    }
}

/// <summary>One line, with its message and its named values as text.</summary>
internal sealed record LogLine(string Category, LogLevel Level, int EventId, string? EventName, string Text, string Values);
