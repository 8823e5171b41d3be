namespace Contacts.Generated;

/// <summary>
/// Detects that a redirect to another host was followed, so that that host received the credential. An application's handler that sends
/// elsewhere on purpose looks the same from outside, so this also asks whether the handler that talks to the network follows redirects at
/// all.
/// </summary>
internal static class RedirectGuard
{
    /// <summary>Checks a response after it has passed the application's handlers.</summary>
    public static void Check(Uri baseAddress, HttpResponseMessage response, Transport transport, string requestId)
    {
        if (IsElsewhere(response, baseAddress)
            && AttemptSendsOption.Of(response.RequestMessage!) is null
            && HandlerChain.MayRedirect(transport.FindPrimary()))
        {
            throw Refuse(response, requestId);
        }
    }

    /// <summary>Checks a response as it leaves the handler that talks to the network: a different address there is a redirect.</summary>
    public static void CheckRedirect(Uri? sent, HttpResponseMessage response)
    {
        if (sent is { IsAbsoluteUri: true } && IsElsewhere(response, sent))
        {
            var id = response.RequestMessage!.Headers.TryGetValues(WireHeaders.RequestId, out var ids) ? ids.FirstOrDefault() : null;
            var error = Refuse(response, id);
            response.Dispose();
            throw error;
        }
    }

    private static bool IsElsewhere(HttpResponseMessage response, Uri expected) =>
        response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } final
        && (final.Port != expected.Port || !string.Equals(final.Host, expected.Host, StringComparison.OrdinalIgnoreCase));

    private static ContactsInvalidResponseException Refuse(HttpResponseMessage response, string? requestId) =>
        new((int)response.StatusCode, requestId)
        {
            Expected = "a response from the gateway itself",
            Remedy = "Another host answered. If the HttpClient's handler followed a redirect, that host received the credential too: set "
            + "AllowAutoRedirect to false on it, replace the credential, and set GatewayUrl to the final host. If a handler of yours "
            + "sends there "
            + "on purpose, the same setting shows that it was not a redirect.",
        };
}

/// <summary>
/// Runs before the application's handlers. It attaches the attempt's send count to the request, where copies of the request (as hedging
/// makes them) carry it along to <see cref="AttemptEndHandler"/>.
/// </summary>
internal sealed class AttemptStartHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request is AttemptMessage attempt)
        {
            AttemptSendsOption.Set(request, attempt.Sends);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>
/// Runs after the application's handlers: it counts what they send, stops what must not be sent again, and detects redirects that were
/// followed.
/// </summary>
internal sealed class AttemptEndHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sends = AttemptSendsOption.Of(request);
        var address = request.RequestUri;
        sends?.Begin();
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            sends?.Failed(exception, request.Content);
            throw;
        }

        sends?.Answered((int)response.StatusCode);
        RedirectGuard.CheckRedirect(address, response);
        return response;
    }
}

/// <summary>Attaches an attempt's send count to its request.</summary>
internal static class AttemptSendsOption
{
    private const string Name = "Contacts.Generated.Sends";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<SendCounter> _key = new(Name);

    public static void Set(HttpRequestMessage request, SendCounter sends) => request.Options.Set(_key, sends);

    public static SendCounter? Of(HttpRequestMessage request) => request.Options.TryGetValue(_key, out var sends) ? sends : null;
#else
    public static void Set(HttpRequestMessage request, SendCounter sends) => request.Properties[Name] = sends;

    public static SendCounter? Of(HttpRequestMessage request) =>
        request.Properties.TryGetValue(Name, out var sends) ? sends as SendCounter : null;
#endif
}
