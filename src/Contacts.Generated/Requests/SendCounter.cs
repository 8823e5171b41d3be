using System.Security.Cryptography;

namespace Contacts.Generated;

/// <summary>
/// Counts how often one attempt is sent. An application's handler that retries would multiply the client's own retries, and would repeat
/// requests that must not be repeated; those are refused.
/// </summary>
internal sealed class SendCounter(bool mayRepeat)
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

    /// <summary>Called when a request leaves the application's handlers.</summary>
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

    /// <summary>
    /// Called when a response arrived. A status that asks for a credential, a pause or another address means that nothing was done yet.
    /// </summary>
    public void Answered(int status)
    {
        lock (_gate)
        {
            _status = status;
            _isHarmless = status is (>= 300 and < 400) or 401 or 407 or 417 or 421 or 425 or 429;
        }
    }

    /// <summary>Called when no response arrived.</summary>
    public void Failed(Exception exception, HttpContent? content)
    {
        lock (_gate)
        {
            _failure = exception;
            _isHarmless = content is AttemptContent { HasSentPayload: false } || WasNotConnected(exception);
        }
    }

    /// <summary>
    /// Called before the body is written. In a handler chain that is not the client's own, this is the only sign of a send.
    /// </summary>
    /// <param name="target">
    /// Where it is written. A handler that computes a signature first writes it into memory, which does not count.
    /// </param>
    /// <param name="isHarmless">Whether none of the payload has been written before.</param>
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

/// <summary>Stops an application's handler from repeating what must not be repeated.</summary>
internal sealed class RepeatedSendException(int? status, Exception? failure) : InvalidOperationException(
    "A handler of the HttpClient tried to repeat a request that must not be repeated, "
    + "since the service may have processed it already. Remove that handler from this client, or let it send POST and PATCH requests only "
    + "once.",
    failure)
{
    /// <summary>The status of the first response; null if there was none, or it is not known.</summary>
    public int? Status => status;

    /// <summary>Finds this exception inside whatever the handlers wrapped it in.</summary>
    public static RepeatedSendException? In(Exception? exception) => exception switch
    {
        null => null,
        RepeatedSendException found => found,
        AggregateException many => many.InnerExceptions.Select(In).FirstOrDefault(static found => found is not null),
        _ => In(exception.InnerException),
    };
}
