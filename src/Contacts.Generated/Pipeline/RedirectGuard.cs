namespace Contacts.Generated;

/// <summary>
/// Notices that a redirect to another host was followed, which then got the credential. A handler of the application that sends elsewhere
/// on purpose looks the same from behind, so it is asked whether the handler that talks to the network may have followed one.
/// </summary>
internal static class RedirectGuard
{
    /// <summary>Checks an answer from outside of the application's handlers.</summary>
    public static void Check(Uri baseAddress, HttpResponseMessage response, Transport transport, string requestId)
    {
        if (IsElsewhere(response, baseAddress)
            && AttemptSendsOption.Of(response.RequestMessage!) is null
            && HandlerChain.MayRedirect(transport.FindPrimary()))
        {
            throw Refuse(response, requestId);
        }
    }

    /// <summary>Checks an answer right where the handler that talks to the network gave it: what differs there is its own doing.</summary>
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

    private static ContactsInvalidResponseException Refuse(HttpResponseMessage response, string? requestId) => new((int)response.StatusCode, requestId)
    {
        Expected = "an answer of the gateway itself",
        Remedy = "Another host answered. If the HttpClient's handler followed a redirect, that host got the credential too: set AllowAutoRedirect to false on "
            + "it, renew the credential, and set GatewayUrl to the final host. If a handler of yours sends there on purpose, the same switch shows "
            + "that it was no redirect.",
    };
}
