using System.Net;

namespace Contacts.Generated;

/// <summary>
/// Collects what is secret in a call: its credentials, the values that the caller put into the request, and the proxy's user name and
/// password.
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

    /// <summary>
    /// The claims and the signature of a JWT, whose header is the same for everyone; the name and the password of a user.
    /// </summary>
    private static void AddTokenParts(Redactor redactor, string secret)
    {
        if (secret.IndexOf(':') is > 0 and var colon)
        {
            redactor.Add(secret.Substring(0, colon));
            redactor.Add(secret.Substring(colon + 1));
        }

        var parts = secret.Split('.');
        if (parts.Length == 3 && secret.StartsWith("eyJ", StringComparison.Ordinal))
        {
            redactor.Add(parts[1]);
            redactor.Add(parts[2]);
        }
    }
}

/// <summary>Finds the user names and passwords of the proxies that a request may have gone through.</summary>
internal static class ProxySecrets
{
    private static readonly string[] _variables = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    /// <param name="redactor">Receives what is found.</param>
    /// <param name="primary">The handler that talks to the network, if it is known.</param>
    /// <param name="address">The address of the request.</param>
    public static void Add(Redactor redactor, HttpMessageHandler? primary, Uri address)
    {
        foreach (var variable in _variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                AddUserInfo(redactor, UserInfoOf(value));
            }
        }

        try
        {
            foreach (var (proxy, credentials) in HandlerChain.ProxiesOf(primary))
            {
                var via = proxy.GetProxy(address);
                AddUserInfo(redactor, via?.UserInfo);
                AddCredentials(redactor, proxy.Credentials, via);
                AddCredentials(redactor, credentials, via);
            }
        }
        catch (Exception)
        {
            // The application's own proxy or credentials may throw anything; that must not replace the error being reported.
        }
    }

    /// <summary>Works on the text, since the framework accepts proxies that are not valid as a <see cref="Uri"/>.</summary>
    private static string? UserInfoOf(string proxy)
    {
        var start = proxy.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = proxy.LastIndexOf('@');
        return end > start ? proxy.Substring(start, end - start) : null;
    }

    private static void AddUserInfo(Redactor redactor, string? userInfo)
    {
        if (string.IsNullOrEmpty(userInfo))
        {
            return;
        }

        var parts = userInfo!.Split([':'], 2);
        AddPair(redactor, Uri.UnescapeDataString(parts[0]), parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1]));
    }

    private static void AddCredentials(Redactor redactor, ICredentials? credentials, Uri? address)
    {
        if (address is null || credentials is null)
        {
            return;
        }

        foreach (var scheme in new[] { "Basic", "Digest", "NTLM", "Negotiate" })
        {
            if (credentials.GetCredential(address, scheme) is { } credential)
            {
                AddPair(redactor, credential.UserName, credential.Password);
            }
        }
    }

    private static void AddPair(Redactor redactor, string user, string password)
    {
        redactor.Add(user);
        redactor.Add(password);
        redactor.Add(user + ":" + password);
    }
}
