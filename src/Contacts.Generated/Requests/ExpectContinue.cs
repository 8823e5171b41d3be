namespace Contacts.Generated;

/// <summary>
/// Decides whether an upload asks before it sends its body (<c>Expect: 100-continue</c>). A server that refuses the upload, for its size or
/// its credential, can then do so before the file is sent. Otherwise the connection may break in the middle of the file and the response is
/// lost.
/// </summary>
/// <remarks>
/// A server that does not know the header stays silent and costs each upload the second for which the transport waits. So after one such
/// wait, or after a refusal of the header itself, a client stops sending it for ten minutes.
/// </remarks>
internal sealed class ExpectContinue(TimeProvider timeProvider)
{
    /// <summary>A shorter body fits into the network's buffers, so the response is seen whenever it comes.</summary>
    private const long LeastLength = 64 * 1024;

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(10);

    /// <summary>How long the transport waits, minus the amount by which its timer may fire early.</summary>
#if NET8_0_OR_GREATER
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(950);
#else
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(340);
#endif

    private long _pausedUntil = long.MinValue;

    /// <summary>
    /// Whether to ask before sending a body of this length, or of unknown length (null). A browser cannot send the header.
    /// </summary>
    public bool AppliesTo(long? length) =>
        !Browser.IsHost
        && length is null or >= LeastLength
        && timeProvider.GetUtcNow().UtcTicks >= Volatile.Read(ref _pausedUntil);

    /// <summary>Called when the body begins to be sent: either the server agreed, or the transport waited in vain.</summary>
    /// <param name="asked">When the request was handed to the transport, as a timestamp of the time provider.</param>
    public void BodyBegins(long asked)
    {
        if (timeProvider.GetElapsedTime(asked) >= _patience)
        {
            Pause();
        }
    }

    /// <summary>Stops asking for a while.</summary>
    public void Pause() => Volatile.Write(ref _pausedUntil, (timeProvider.GetUtcNow() + _pause).UtcTicks);
}
