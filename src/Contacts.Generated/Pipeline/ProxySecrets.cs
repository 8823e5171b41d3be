using System.Net;

namespace Contacts.Generated;

/// <summary>Finds the user name and password of the proxies that a request may have gone through.</summary>
internal static class ProxySecrets
{
    private static readonly string[] _variables = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    /// <param name="redactor">Gets what is found.</param>
    /// <param name="primary">The handler that talks to the network, if it can be seen.</param>
    /// <param name="address">The address that was asked for.</param>
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
            // An application's own proxy or credentials may throw anything; what the call failed by must not be lost over it.
        }
    }

    /// <summary>From the text, since what the framework takes for a proxy need not be an address to <see cref="Uri"/>.</summary>
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
