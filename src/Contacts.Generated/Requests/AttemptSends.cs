using System.Security.Cryptography;

namespace Contacts.Generated;

/// <summary>
/// How often one attempt was sent. A handler of the application that repeats requests multiplies the client's own retries, and would
/// repeat what must not be repeated; that is refused.
/// </summary>
internal sealed class AttemptSends(bool mayRepeat)
{
    private readonly object _gate = new();
    private int _begun;
    private int _bodies;
    private bool _isHarmless;
    private int? _status;
    private Exception? _failure;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return Math.Max(_begun, _bodies);
            }
        }
    }

    /// <summary>The last of the application's handlers is about to send.</summary>
    /// <exception cref="RepeatedSendException">The request must not be sent again.</exception>
    public void Begin()
    {
        lock (_gate)
        {
            if (++_begun > 1 && !mayRepeat && !_isHarmless)
            {
                throw new RepeatedSendException(_status, _failure);
            }

            (_isHarmless, _status, _failure) = (false, null, null);
        }
    }

    /// <summary>An answer came. What asks for a credential, for patience or for another address has done nothing yet.</summary>
    public void Answered(int status)
    {
        lock (_gate)
        {
            _status = status;
            _isHarmless = status is (>= 300 and < 400) or 401 or 407 or 417 or 421 or 425 or 429;
        }
    }

    /// <summary>No answer came.</summary>
    public void Failed(Exception exception, HttpContent? content)
    {
        lock (_gate)
        {
            _failure = exception;
            _isHarmless = content is AttemptContent { HasSentPayload: false } || WasNotConnected(exception);
        }
    }

    /// <summary>The body is about to be written. In a chain that is not the client's own, that is all that can be seen of a send.</summary>
    /// <param name="target">Where it goes: a handler that computes a signature writes it into memory first.</param>
    /// <param name="isHarmless">Whether nothing of it that counts was written before.</param>
    /// <exception cref="RepeatedSendException">The request must not be sent again.</exception>
    public void BeginBody(Stream target, bool isHarmless)
    {
        if (target is MemoryStream or CryptoStream)
        {
            return;
        }

        lock (_gate)
        {
            if (++_bodies > 1 && _bodies > _begun && !mayRepeat && !isHarmless)
            {
                throw new RepeatedSendException(_status, _failure);
            }
        }
    }

#if NET8_0_OR_GREATER
    private static bool WasNotConnected(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };
#else
    private static bool WasNotConnected(Exception exception) =>
        exception.GetBaseException() is System.Net.Sockets.SocketException
        {
            SocketErrorCode: System.Net.Sockets.SocketError.ConnectionRefused or System.Net.Sockets.SocketError.HostNotFound
        };
#endif
}

/// <summary>Stops a handler of the application that would repeat what must not be repeated.</summary>
internal sealed class RepeatedSendException(int? status, Exception? failure) : InvalidOperationException(
    "A handler of the HttpClient wanted to send a request a second time that must not be repeated, "
    + "since the service may have done already what was asked. Take that handler out of this client, or let it pass POST and PATCH requests by.",
    failure)
{
    /// <summary>What the first one was answered with; null if it was not, or cannot be told.</summary>
    public int? Status => status;

    /// <summary>Finds it in whatever the handlers made of it.</summary>
    public static RepeatedSendException? In(Exception? exception) => exception switch
    {
        null => null,
        RepeatedSendException found => found,
        AggregateException many => many.InnerExceptions.Select(In).FirstOrDefault(static found => found is not null),
        _ => In(exception.InnerException),
    };
}
