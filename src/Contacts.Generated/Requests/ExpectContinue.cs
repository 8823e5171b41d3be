namespace Contacts.Generated;

/// <summary>
/// Whether uploads ask before they send (<c>Expect: 100-continue</c>). A server that refuses one early, for its size or its credential,
/// then does so before the file is on its way; without it, the connection breaks under the file and takes the answer along.
/// </summary>
/// <remarks>
/// A server that does not know the header stays silent, and costs each upload the second that the transport waits for it. So a client
/// that waited one out, or was refused for asking, leaves the header away for ten minutes.
/// </remarks>
internal sealed class ExpectContinue(TimeProvider timeProvider)
{
    /// <summary>What is shorter fits into the buffers on the way, and its answer is seen whenever it comes.</summary>
    private const long LeastLength = 64 * 1024;

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(10);

    /// <summary>How long the transport waits, less what its timer may be early.</summary>
#if NET8_0_OR_GREATER
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(950);
#else
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(340);
#endif

    private long _pausedUntil = long.MinValue;

    /// <summary>Whether to ask before a body of this length, or of an unknown one. In a browser the header cannot be sent.</summary>
    public bool AppliesTo(long? length) =>
        !Browser.IsHost
        && length is null or >= LeastLength
        && timeProvider.GetUtcNow().UtcTicks >= Volatile.Read(ref _pausedUntil);

    /// <summary>The body begins to move, so the server has agreed, or the transport has waited in vain.</summary>
    /// <param name="asked">When the request was handed to the transport, by the clock's timestamp.</param>
    public void BodyBegins(long asked)
    {
        if (timeProvider.GetElapsedTime(asked) >= _patience)
        {
            Pause();
        }
    }

    /// <summary>The server is not to be asked.</summary>
    public void Pause() => Volatile.Write(ref _pausedUntil, (timeProvider.GetUtcNow() + _pause).UtcTicks);
}
