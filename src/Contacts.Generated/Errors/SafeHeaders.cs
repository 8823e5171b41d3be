namespace Contacts.Generated;

/// <summary>
/// Which response headers may be shown. A dictionary property is what reflecting loggers write out, so it holds no credential that is set or
/// echoed, and no address, since an address carries ids and queries of the request.
/// </summary>
internal static class SafeHeaders
{
    internal static string? ValueOrNull(string name, string value) => name.ToUpperInvariant() switch
    {
        "SET-COOKIE" or "SET-COOKIE2" or "COOKIE" => null,
        "AUTHORIZATION" or "PROXY-AUTHORIZATION" or "AUTHENTICATION-INFO" or "PROXY-AUTHENTICATION-INFO" => null,
        "X-API-KEY" or "X-ACCESS-TOKEN" => null,
        "CONTENT-LOCATION" or "LINK" or "REFRESH" => null,
        "LOCATION" => OriginOrNull(value),
        _ => value,
    };

    /// <summary>The host is what tells a user where <c>GatewayUrl</c> should point.</summary>
    private static string? OriginOrNull(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Length > 0
            ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : null;
}
