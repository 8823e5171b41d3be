using System.Net;
using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>The message of one attempt, which knows how often handlers of the application sent it.</summary>
internal sealed class AttemptMessage(HttpMethod method, Uri address, bool mayRepeat) : HttpRequestMessage(method, address)
{
    private AttemptSends? _sends;

    /// <summary>Made where something counts, which in most chains nothing does.</summary>
    public AttemptSends Sends => _sends ?? Interlocked.CompareExchange(ref _sends, new AttemptSends(mayRepeat), null) ?? _sends;

    /// <summary>How often it was to be sent, as far as that can be told.</summary>
    public int SendCount => _sends?.Count ?? 0;
}

/// <summary>A body of one attempt that tells how far it got.</summary>
internal abstract class AttemptContent : HttpContent
{
    /// <summary>Whether a byte that counts may have reached the other side.</summary>
    public abstract bool HasSentPayload { get; }

    /// <summary>
    /// The failure of the caller's own stream, file or progress handler. A transport wraps what it sees while sending, so that such a
    /// failure would look like a broken connection; whoever sends this throws it instead.
    /// </summary>
    public ExceptionDispatchInfo? CallerFailure { get; protected set; }
}

/// <summary>A body in memory that notices when a handler of the application sends it again.</summary>
internal sealed class AttemptBytes(byte[] bytes, AttemptMessage message) : ByteArrayContent(bytes)
{
#if NET
    private readonly byte[] _bytes = bytes;
#endif

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        message.Sends.BeginBody(stream, isHarmless: false);
        return base.SerializeToStreamAsync(stream, context);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The base class would ask the other method, which has no token.
        message.Sends.BeginBody(stream, isHarmless: false);
        return stream.WriteAsync(_bytes, 0, _bytes.Length, cancellationToken);
    }
#endif
}
