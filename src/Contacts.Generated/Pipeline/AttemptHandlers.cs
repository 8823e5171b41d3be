namespace Contacts.Generated;

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
    private static readonly HttpRequestOptionsKey<AttemptSends> _key = new(Name);

    public static void Set(HttpRequestMessage request, AttemptSends sends) => request.Options.Set(_key, sends);

    public static AttemptSends? Of(HttpRequestMessage request) => request.Options.TryGetValue(_key, out var sends) ? sends : null;
#else
    public static void Set(HttpRequestMessage request, AttemptSends sends) => request.Properties[Name] = sends;

    public static AttemptSends? Of(HttpRequestMessage request) =>
        request.Properties.TryGetValue(Name, out var sends) ? sends as AttemptSends : null;
#endif
}
