namespace Contacts.Generated;

/// <summary>The headers that this SDK sets; a caller cannot.</summary>
internal static class WireHeaders
{
    public const string ApiKey = "x-api-key";
    public const string AccessToken = "x-access-token";
    public const string Authorization = "Authorization";
    public const string OrganizationId = "x-organization-id";
    public const string RequestId = "x-request-id";

    /// <summary>What sets a header instead of the caller; null if the header is the caller's to set.</summary>
    public static string? OwnerOf(string name) => name.ToUpperInvariant() switch
    {
        "X-API-KEY" or "X-ACCESS-TOKEN" or "AUTHORIZATION" => "Credential",
        "X-ORGANIZATION-ID" => "OrganizationId",
        "X-REQUEST-ID" => "RequestId",
        "HOST" => "ContactsClientOptions.GatewayUrl",
        "ACCEPT" or "CONTENT-TYPE" or "CONTENT-LENGTH" or "CONTENT-ENCODING" or "TRANSFER-ENCODING" or "CONNECTION" or "EXPECT" => "the operation itself",
        "COOKIE" => "nothing: this client sends no cookies",
        _ => null,
    };
}
