namespace Contacts.Generated;

/// <summary>Reads options from the environment variables of the example <c>.env</c> file in the vendor's documentation.</summary>
internal static class EnvironmentOptions
{
    public const string ApiKey = "IMBRACE_API_KEY";
    public const string AccessToken = "IMBRACE_ACCESS_TOKEN";
    public const string OrganizationId = "IMBRACE_ORGANIZATION_ID";
    public const string GatewayUrl = "IMBRACE_GATEWAY_URL";

    public static ContactsClientOptions Read(Func<string, string?> variable)
    {
        var options = new ContactsClientOptions
        {
            ApiKey = NullIfBlank(variable(ApiKey)),
            OrganizationId = NullIfBlank(variable(OrganizationId)),
            GatewayUrl = NullIfBlank(variable(GatewayUrl)) is { } address ? Parse(address) : null,
        };
        SetAccessToken(options, NullIfBlank(variable(AccessToken)));
        return options;
    }

    /// <summary>
    /// Sets a token of unknown kind. With an organization, a JWT is sent as a bearer token, since the service does not accept one as an
    /// access token; the vendor's TypeScript SDK decides in the same way. <see cref="ContactsClientOptions.OrganizationId"/> must be set
    /// first.
    /// </summary>
    public static void SetAccessToken(ContactsClientOptions options, string? token)
    {
        var isBearer = token is not null && options.OrganizationId is not null && IsJwt(token);
        options.BearerToken = isBearer ? token : null;
        options.AccessToken = isBearer ? null : token;
    }

    private static bool IsJwt(string token) => token.StartsWith("eyJ", StringComparison.Ordinal) && token.Split('.').Length == 3;

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();

    private static Uri Parse(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        ? parsed
        : throw new ArgumentException(
            $"{GatewayUrl} is not an absolute address. Set it to the gateway's root, such as https://gateway.example.com.", GatewayUrl);
}
