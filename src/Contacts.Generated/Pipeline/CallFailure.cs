namespace Contacts.Generated;

/// <summary>What a caller sees when a call fails: always one of the SDK's exceptions, or their own cancellation.</summary>
internal static class CallFailure
{
    public static Exception Of(Call call, Exception exception)
    {
        if (exception is CredentialFailure { InnerException: { } callbacks })
        {
            return callbacks;
        }

        var failure = Translate(call, exception);
        if (failure is ContactsException error)
        {
            error.Operation ??= call.Request.Operation;
            error.Attempts = call.Attempts;
        }

        return failure;
    }

    private static Exception Translate(Call call, Exception exception)
    {
        // What breaks while the caller cancels, breaks because of it; an answer that had come by then is still one.
        if (call.CancellationToken.IsCancellationRequested
            && exception is OperationCanceledException or ContactsConnectionException or ContactsTimeoutException)
        {
            return new OperationCanceledException("The call was cancelled by its token.", SafeInnerException.ForTransport(exception, call.Redactor), call.CancellationToken);
        }

        return exception;
    }
}
