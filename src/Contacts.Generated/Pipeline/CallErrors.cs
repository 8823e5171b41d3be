#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif

namespace Contacts.Generated;

/// <summary>What a caller sees when a call fails: always one of the SDK's exceptions, or their own cancellation.</summary>
internal static class CallErrors
{
    /// <summary>Translates a fault of the connection, whatever a handler on the way threw.</summary>
    public static Exception OfTransport(HttpRequestMessage message, Exception exception, Call call, TimeSpan clientTimeout)
    {
        // What the caller's own stream or progress handler threw is the caller's to see.
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

    /// <summary>Whether all bytes of a body came, but are no valid compressed data: Brotli's decoder tells it by the second type.</summary>
    public static bool IsCorrupt(Exception exception) =>
        exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    /// <summary>Completes what ended a call.</summary>
    public static Exception Surface(Call call, Exception exception)
    {
        if (exception is CredentialFailure { InnerException: { } callbacks })
        {
            return callbacks;
        }

        // What breaks while the caller cancels, breaks because of it; a response that had come by then is still one.
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

    /// <summary>What the first send came to is what the caller sees; that there was to be a second one is the cause beside it.</summary>
    private static ContactsException OfRepeated(RepeatedSendException repeated, Call call)
    {
        var cause = SafeInnerException.ForTransport(repeated, call.Redactor);
        if (repeated.Status is not (>= 300 and var status))
        {
            return new ContactsConnectionException(call.RequestId, cause) { IsRepeated = true };
        }

        call.Status = status;
        return ErrorFactory.Create(new ErrorResponse { Status = status, SentRequestId = call.RequestId, Operation = call.Operation }, cause);
    }

    /// <summary>
    /// The limit that ended an attempt from outside: HttpClient.Timeout or a handler's own, both a bare cancellation of a token that is not
    /// ours, or Polly's. Zero where a handler does not tell how long it was; null if no limit ended it.
    /// </summary>
#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the property was trimmed away, the limit's length is not told.")]
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
