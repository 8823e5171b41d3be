using System.Net;
using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>The request message of one attempt. It counts how often the application's handlers send it.</summary>
internal sealed class AttemptMessage(HttpMethod method, Uri address, bool mayRepeat) : HttpRequestMessage(method, address)
{
    private SendCounter? _sends;

    /// <summary>Created only when something counts sends, which in most handler chains nothing does.</summary>
    public SendCounter Sends => _sends ?? Interlocked.CompareExchange(ref _sends, new SendCounter(mayRepeat), null) ?? _sends;

    /// <summary>How many sends were begun, as far as that is known.</summary>
    public int SendCount => _sends?.Count ?? 0;
}

/// <summary>The body of one attempt, which reports how far it got.</summary>
internal abstract class AttemptContent : HttpContent
{
    /// <summary>Whether any byte of the payload may have reached the server.</summary>
    public abstract bool HasSentPayload { get; }

    /// <summary>
    /// The failure of the caller's own stream, file or progress handler. The transport wraps what is thrown while it sends, which would
    /// look like a broken connection, so the sender throws this instead.
    /// </summary>
    public ExceptionDispatchInfo? CallerFailure { get; protected set; }
}

/// <summary>A body in memory that notices when an application's handler sends it again.</summary>
internal sealed class AttemptBytes(byte[] bytes, AttemptMessage message) : ByteArrayContent(bytes)
{
#if NET
    private readonly byte[] _bytes = bytes;
#endif

    /// <summary>
    /// Whether it was written anywhere. A handler that computes a signature writes it into memory, from where it is sent unnoticed, so that
    /// counts too.
    /// </summary>
    public bool WasWritten { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasWritten = true;
        message.Sends.BeginBody(stream, isHarmless: false);
        return base.SerializeToStreamAsync(stream, context);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The base class would call the overload without a token.
        WasWritten = true;
        message.Sends.BeginBody(stream, isHarmless: false);
        return stream.WriteAsync(_bytes, 0, _bytes.Length, cancellationToken);
    }
#endif
}
