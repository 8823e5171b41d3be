namespace Contacts.Generated;

/// <summary>Tells what went wrong while a body was read.</summary>
internal static class BodyFault
{
    /// <summary>Whether all bytes came, but are no valid compressed data: Brotli's decoder tells it by the second type.</summary>
    public static bool IsCorrupt(Exception exception) =>
        exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    /// <summary>
    /// Ends a read that does not heed its token, as those of .NET Framework's network streams and of some handlers do: it fails
    /// when the answer is disposed. Streams that heed it have ended by then, for the last callback registered runs first.
    /// </summary>
    public static CancellationTokenRegistration DisposeOn(HttpResponseMessage response, CancellationToken cancellationToken) =>
        cancellationToken.Register(static state => Abort((HttpResponseMessage)state!), response);

    private static void Abort(HttpResponseMessage response)
    {
        try
        {
            response.Dispose();
        }
        catch (Exception)
        {
            // Thrown from a timer's callback, it would end the process; the read ends in one way or the other.
        }
    }
}
