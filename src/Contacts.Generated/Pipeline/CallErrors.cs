#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif

namespace Contacts.Generated;

/// <summary>What a caller sees when a call fails: always one of the SDK's exceptions, or their own cancellation.</summary>
internal static class CallErrors
{
    /// <summary>Translates a transport failure, including whatever a handler on the way threw.</summary>
    public static Exception OfTransport(HttpRequestMessage message, Exception exception, Call call, TimeSpan clientTimeout)
    {
        // An exception from the caller's own stream or progress handler reaches the caller as it is.
        if (message.Content is AttemptContent { CallerFailure: { } callers })
        {
            callers.Throw();
        }

        if (RepeatedSendException.In(exception) is { } repeated)
        {
            return OfRepeated(repeated, call);
        }

        var cause = SafeInnerException.ForTransport(exception, call.Redactor);
        return LimitOf(exception, clientTimeout) is { } limit
            ? new ContactsTimeoutException(limit, call.RequestId, cause) { Operation = call.Operation, Kind = TimeoutKind.Client }
            : new ContactsConnectionException(call.RequestId, cause) { Operation = call.Operation };
    }

    /// <summary>
    /// Whether all bytes of a body arrived but are not valid compressed data. Brotli's decoder reports that as the second type.
    /// </summary>
    public static bool IsCorrupt(Exception exception) =>
        exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    /// <summary>Turns what ended a call into the exception that the caller sees.</summary>
    public static Exception Surface(Call call, Exception exception)
    {
        if (exception is CredentialFailure { InnerException: { } callbacks })
        {
            return callbacks;
        }

        // A failure during the caller's cancellation is a consequence of it, unless a response had already arrived.
        if (call.CancellationToken.IsCancellationRequested
            && exception is OperationCanceledException or ContactsConnectionException or ContactsTimeoutException)
        {
            return new OperationCanceledException(
                "The call was cancelled by its token.", SafeInnerException.ForTransport(exception, call.Redactor), call.CancellationToken);
        }

        if (exception is ContactsException error)
        {
            error.Operation ??= call.Operation;
            error.Attempts = call.Attempts;
        }

        return exception;
    }

    /// <summary>The caller sees how the first send ended; that a handler tried to send again is the inner exception.</summary>
    private static ContactsException OfRepeated(RepeatedSendException repeated, Call call)
    {
        var cause = SafeInnerException.ForTransport(repeated, call.Redactor);
        if (repeated.Status is not (>= 300 and var status))
        {
            return new ContactsConnectionException(call.RequestId, cause) { IsRepeated = true };
        }

        call.Status = status;
        return ErrorFactory.Create(
            new ErrorResponse { Status = status, SentRequestId = call.RequestId, Operation = call.Operation }, cause);
    }

    /// <summary>
    /// The limit that ended an attempt from outside: that of HttpClient.Timeout or of a handler, both of which appear as the cancellation
    /// of a token that is not ours, or that of Polly. Zero if its length is not known; null if no limit ended the attempt.
    /// </summary>
#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "If the property was trimmed away, the length of the limit is unknown.")]
#endif
    private static TimeSpan? LimitOf(Exception exception, TimeSpan clientTimeout) => exception switch
    {
        OperationCanceledException => clientTimeout > TimeSpan.Zero ? clientTimeout : TimeSpan.Zero,
        TimeoutException => TimeSpan.Zero,
        { } other when other.GetType() is { FullName: "Polly.Timeout.TimeoutRejectedException" } type =>
            type.GetProperty("Timeout")?.GetValue(other) as TimeSpan? ?? TimeSpan.Zero,
        _ => null,
    };
}
