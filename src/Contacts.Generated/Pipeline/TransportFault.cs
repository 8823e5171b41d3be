namespace Contacts.Generated;

/// <summary>Tells a fault of the connection in the SDK's words, whatever a handler on the way threw.</summary>
internal static class TransportFault
{
    public static Exception Translate(HttpRequestMessage message, Exception exception, Call call, TimeSpan clientTimeout)
    {
        // What the caller's own stream or progress handler threw is the caller's to see.
        if (message.Content is MultipartUploadContent { CallerFailure: { } callers })
        {
            callers.Throw();
        }

        if (RepeatedSendException.In(exception) is { } repeated)
        {
            return OfRepeated(repeated, call);
        }

        return exception switch
        {
            // HttpClient.Timeout, or a handler's own limit: both come as a bare cancellation of a token that is not ours.
            OperationCanceledException or TimeoutException or Polly.Timeout.TimeoutRejectedException =>
                new ContactsTimeoutException(LimitOf(exception, clientTimeout), call.RequestId, SafeInnerException.ForTransport(exception, call.Redactor))
                {
                    Operation = call.Request.Operation,
                    Kind = TimeoutKind.Client,
                },
            _ => new ContactsConnectionException(call.RequestId, SafeInnerException.ForTransport(exception, call.Redactor)) { Operation = call.Request.Operation },
        };
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
        return ErrorFactory.Create(new ErrorResponse { Status = status, SentRequestId = call.RequestId, Operation = call.Request.Operation }, cause);
    }

    /// <summary>The limit's length, or nothing where a handler does not tell its own.</summary>
    private static TimeSpan LimitOf(Exception exception, TimeSpan clientTimeout) => exception switch
    {
        Polly.Timeout.TimeoutRejectedException rejected => rejected.Timeout,
        OperationCanceledException when clientTimeout > TimeSpan.Zero => clientTimeout,
        _ => TimeSpan.Zero,
    };
}
