using Microsoft.Extensions.Logging;

namespace Contacts.Generated;

/// <summary>Every log message of the SDK; the README lists their event ids.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation}: {Method} {UrlTemplate} gave {Outcome} after {Milliseconds:0.0} ms (attempt {Attempt}, request id {RequestId})", EventName = "AttemptEnded")]
    public static partial void Attempted(
        ILogger logger, string operation, string method, string urlTemplate, string outcome, double milliseconds, int attempt, string? requestId);

    [LoggerMessage(2, LogLevel.Information, "{Operation}: trying again after {Outcome}, in {WaitMilliseconds:0.0} ms ({WaitReason}, request id {RequestId})", EventName = "Retrying")]
    public static partial void Retrying(ILogger logger, string operation, string outcome, double waitMilliseconds, string? waitReason, string? requestId);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: failed with {Error} after {Attempts} attempts and {Milliseconds:0.0} ms (request id {RequestId})", EventName = "Failed")]
    public static partial void Failed(ILogger logger, string operation, string error, int attempts, double milliseconds, string? requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Operation}: the service answers in the form of the dialect {Dialect}. If changes have no effect, set ContactsClientOptions.Dialect to {Dialect}. Said once (request id {RequestId})", EventName = "OtherDialectFits")]
    public static partial void OtherDialectFits(ILogger logger, string operation, ContactsDialect dialect, string? requestId);
}
