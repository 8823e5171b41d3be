namespace Contacts.Generated;

/// <summary>
/// Collects what is secret in a call: its credentials, what the caller put into the request, and the proxy's user and password.
/// </summary>
internal static class CallSecrets
{
    public static Redactor Of(Call call, Transport? transport)
    {
        var redactor = new Redactor { Own = call.RequestId };
        foreach (var secret in call.Secrets)
        {
            redactor.Add(secret);
            AddTokenParts(redactor, secret);
        }

        redactor.Add(call.Settings.OrganizationId);
        RequestSecrets.AddHeaders(redactor, call.Settings.Headers);
        call.Request.AddSecrets(redactor);
        ProxySecrets.Add(redactor, transport?.FindPrimary(), call.Request.Address);
        return redactor;
    }

    /// <summary>What a JWT says about its owner, and its signature; the first part is the same for all.</summary>
    private static void AddTokenParts(Redactor redactor, string secret)
    {
        var parts = secret.Split('.');
        if (parts.Length == 3 && secret.StartsWith("eyJ", StringComparison.Ordinal))
        {
            redactor.Add(parts[1]);
            redactor.Add(parts[2]);
        }
    }
}
