namespace Contacts.Generated;

/// <summary>Reads options from the variables that the vendor's own SDKs read.</summary>
internal static class EnvironmentOptions
{
    public const string ApiKey = "IMBRACE_API_KEY";
    public const string AccessToken = "IMBRACE_ACCESS_TOKEN";
    public const string OrganizationId = "IMBRACE_ORGANIZATION_ID";
    public const string GatewayUrl = "IMBRACE_GATEWAY_URL";

    public static ContactsClientOptions Read(Func<string, string?> variable) => new()
    {
        ApiKey = NullIfBlank(variable(ApiKey)),
        AccessToken = NullIfBlank(variable(AccessToken)),
        OrganizationId = NullIfBlank(variable(OrganizationId)),
        GatewayUrl = NullIfBlank(variable(GatewayUrl)) is { } address ? Parse(address) : null,
    };

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();

    private static Uri Parse(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        ? parsed
        : throw new ArgumentException($"{GatewayUrl} is no absolute address. Set it to the gateway's root, such as https://gateway.example.com.", GatewayUrl);
}
