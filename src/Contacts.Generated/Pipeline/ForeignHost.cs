namespace Contacts.Generated;

/// <summary>Notices that an injected client followed a redirect to another host, which then got the credential.</summary>
internal static class ForeignHost
{
    public static void Check(Uri baseAddress, HttpResponseMessage response, string requestId)
    {
        if (response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } final
            && (final.Port != baseAddress.Port || !string.Equals(final.Host, baseAddress.Host, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ContactsInvalidResponseException((int)response.StatusCode, requestId)
            {
                Expected = "an answer of the gateway itself",
                Remedy = "The HttpClient that was passed in followed a redirect to another host, which got the credential too. "
                    + "Set AllowAutoRedirect to false on its handler, renew the credential, and set GatewayUrl to the final host.",
            };
        }
    }
}
