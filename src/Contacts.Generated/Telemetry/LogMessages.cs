using Microsoft.Extensions.Logging;

namespace Contacts.Generated;

/// <summary>Every log message of the SDK. The README lists their event ids.</summary>
internal static partial class LogMessages
{
    // At most six values each, and a fixed level: otherwise the source generator in .NET 8's packages formats numbers in the current
    // culture.
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Operation}: {Request} ended with {Outcome} after {Milliseconds:0.0} ms (attempt {Attempt}, request id {RequestId})",
        EventName = "AttemptEnded")]
    public static partial void Attempted(
        ILogger logger, string operation, string request, string outcome, double milliseconds, int attempt, string? requestId);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "{Operation}: retrying after {Outcome}, in {WaitMilliseconds:0.0} ms ({WaitReason}, request id {RequestId})",
        EventName = "Retrying")]
    public static partial void Retrying(
        ILogger logger, string operation, string outcome, double waitMilliseconds, string? waitReason, string? requestId);

    [LoggerMessage(
        8,
        LogLevel.Debug,
        "{Operation}: waited {WaitMilliseconds:0.0} ms ({WaitReason}, request id {RequestId})",
        EventName = "Waited")]
    public static partial void Waited(
        ILogger logger, string operation, double waitMilliseconds, string waitReason, string? requestId);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "{Operation}: failed with {Error} after {Milliseconds:0.0} ms (attempts: {Attempts}, request id {RequestId})",
        EventName = "Failed")]
    public static partial void Failed(ILogger logger, string operation, string error, double milliseconds, int attempts, string? requestId);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "{Operation}: not found, {Error} after {Milliseconds:0.0} ms (attempts: {Attempts}, request id {RequestId})",
        EventName = "NotFound")]
    public static partial void NotFound(
        ILogger logger, string operation, string error, double milliseconds, int attempts, string? requestId);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Operation}: the service responds in the form of the dialect {Dialect}. If changes have no effect, set "
        + "ContactsClientOptions.Dialect to {Dialect}. Logged once (request id {RequestId})",
        EventName = "OtherDialectFits")]
    public static partial void OtherDialectFits(ILogger logger, string operation, ContactsDialect dialect, string? requestId);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Operation}: a value of {Member} could not be read. The member is null or has its default, and AdditionalProperties has "
        + "the original value. Logged once per member (request id {RequestId})",
        EventName = "ValueNotRead")]
    public static partial void ValueNotRead(ILogger logger, string operation, string member, string? requestId);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "{Operation}: a handler of the HttpClient tried to send one request {Sends} times. This client retries by itself, so "
        + "repeats multiply, and its receipts do not show them. Remove the handler from this client, or set MaxRetries to 0. "
        + "Logged once (request id {RequestId})",
        EventName = "AttemptRepeated")]
    public static partial void AttemptRepeated(ILogger logger, string operation, int sends, string? requestId);
}
