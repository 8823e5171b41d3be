namespace Contacts.Generated;

/// <summary>Cancels from callbacks of timers and other tokens, where an exception would end the process.</summary>
internal static class CancellationExtensions
{
    /// <summary>Cancels, ignoring what callbacks registered by others throw; every waiter is notified nevertheless.</summary>
    public static void CancelSafely(this CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or AggregateException)
        {
            // Disposed: what was to be cancelled ended at the same moment.
        }
    }

    /// <summary>
    /// Disposes the response when the token is cancelled. That ends a read that ignores its token, as reads of .NET Framework's network
    /// streams and of some handlers do. Streams that observe the token have ended by then, since the last registered callback runs first.
    /// </summary>
    public static CancellationTokenRegistration DisposeOn(this HttpResponseMessage response, CancellationToken cancellationToken) =>
        cancellationToken.Register(static state => DisposeSafely((HttpResponseMessage)state!), response);

    private static void DisposeSafely(HttpResponseMessage response)
    {
        try
        {
            response.Dispose();
        }
        catch (Exception)
        {
            // A foreign stream may throw; the read ends either way.
        }
    }
}
