using Contacts.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace Contacts.Cli.Connection;

/// <summary>The SDK's log on stderr, for <c>--verbose</c>. Its messages contain no credential, id or content.</summary>
internal sealed class ErrorLog(TextWriter error) : ILoggerFactory, ILogger
{
    private const int OtherDialectFits = 4;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This log writes to stderr only.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = eventId.Id == OtherDialectFits
            ? "the service responds in the other dialect; if changes have no effect, use the other --dialect ('contacts doctor' says which)"
            : formatter(state, exception);
        lock (error)
        {
            error.WriteLine($"* {SafeText.Of(message)}");
        }
    }

    public void Dispose()
    {
    }
}
