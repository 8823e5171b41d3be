namespace Contacts.Generated;

/// <summary>The headers that the SDK sets and a caller cannot.</summary>
internal static class WireHeaders
{
    public const string ApiKey = "x-api-key";
    public const string AccessToken = "x-access-token";
    public const string Authorization = "Authorization";
    public const string OrganizationId = "x-organization-id";
    public const string RequestId = "x-request-id";
    public const string Cookie = "Cookie";

    // .NET silently drops headers of this group from a request's own headers.
    private const string Content = "the operation, together with its body";

    /// <summary>What sets a header instead of the caller; null if the caller may set it.</summary>
    public static string? OwnerOf(string name) => name.ToUpperInvariant() switch
    {
        "X-API-KEY" or "X-ACCESS-TOKEN" or "AUTHORIZATION" => "Credential",
        "X-ORGANIZATION-ID" => "OrganizationId",
        "X-REQUEST-ID" => "RequestId",
        "HOST" => "ContactsClientOptions.GatewayUrl",
        "ACCEPT" or "EXPECT" => "the operation itself",
        "ACCEPT-ENCODING" => "this client, which decompresses what it asks for",
        "CONNECTION" or "KEEP-ALIVE" or "PROXY-CONNECTION" or "TE" or "TRAILER" or "TRANSFER-ENCODING" or "UPGRADE" => "the connection",
        "PROXY-AUTHORIZATION" => "the handler's proxy settings",
        "COOKIE" => "nothing: this client sends no cookies",
        "ALLOW" or "EXPIRES" or "LAST-MODIFIED" => Content,
        var other => other.StartsWith("CONTENT-", StringComparison.Ordinal) ? Content : null,
    };
}

/// <summary>Checks what a header can carry.</summary>
internal static class HeaderText
{
    /// <summary>Whether a value is printable ASCII without leading or trailing spaces.</summary>
    public static bool IsValid(string value)
    {
        foreach (var character in value)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return value.Length == 0 || (value[0] != ' ' && value[value.Length - 1] != ' ');
    }

    /// <exception cref="ArgumentException">
    /// The header cannot carry the value. The message does not repeat it, since it may be a credential.
    /// </exception>
    public static void Check(string value, string parameter, string member)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"{member} contains a character that a header cannot carry, such as a line break or a non-ASCII letter. "
                + "Check that nothing was pasted along with it.",
                parameter);
        }
    }
}
