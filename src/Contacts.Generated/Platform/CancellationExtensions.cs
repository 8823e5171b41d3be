namespace Contacts.Generated;

/// <summary>Cancels from a callback of a timer or of another token, where an exception would end the process.</summary>
internal static class CancellationExtensions
{
    /// <summary>Cancels. What other people's callbacks on the token throw is dropped: whoever waits for the token is told all the same.</summary>
    public static void CancelSafely(this CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or AggregateException)
        {
            // Disposed: what was to be cancelled has ended in the same moment.
        }
    }

    /// <summary>
    /// Disposes the response when the token is cancelled. That ends a read that ignores its token, as those of .NET Framework's network
    /// streams and of some handlers do. Streams that observe it have ended by then, since the callback that was registered last runs first.
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
            // A stream of somebody else's; the read ends either way.
        }
    }
}
