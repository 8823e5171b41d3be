using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>
/// How the gateway judges the credential of a request. Nobody issues credentials here, so every credential that is not empty is accepted,
/// except for those whose own text says what is wrong with them.
/// </summary>
internal static class CredentialCheck
{
    private const string Bearer = "Bearer ";

    /// <param name="exchange">The request.</param>
    /// <param name="path">Its path as the service sees it.</param>
    /// <param name="checkJwts">Whether to look into JWTs; false to accept any.</param>
    /// <returns>The error response, or null if the credential is accepted.</returns>
    public static Reply? Refuse(Exchange exchange, string path, bool checkJwts)
    {
        if (exchange.Header("x-api-key") is { Length: > 0 } key)
        {
            // A key takes precedence over every other credential.
            return RefuseKey(key, path);
        }

        var authorization = exchange.Header("authorization") ?? "";
        var bearer = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : "";
        var organization = exchange.Header("x-organization-id");
        if (!string.IsNullOrEmpty(organization) && HasThreeParts(bearer))
        {
            return checkJwts ? RefuseJwt(bearer, organization) : null;
        }

        // Any other bearer token is looked up as an access token.
        var token = bearer.Length > 0 ? bearer : exchange.Header("x-access-token");
        return string.IsNullOrEmpty(token) ? ErrorReplies.Message(401, "Unauthorized - API key or Access Token required")
            : !checkJwts && IsJwt(token) ? null
            : RefuseToken(token);
    }

    private static Reply? RefuseKey(string key, string path) => key switch
    {
        _ when Begins(key, "api_unknown") => ErrorReplies.Named(401, "Unauthorized", "Invalid API key", Guid.NewGuid()),

        // A key with permissions reaches neither contacts nor notifications.
        _ when Begins(key, "api_scoped") =>
            ErrorReplies.Named(403, "Forbidden", $"Invalid API path: {path}", Guid.NewGuid()),
        _ when Begins(key, "api_unjudged") =>
            ErrorReplies.Named(500, "Internal Server Error", "An error occurred during authentication", Guid.NewGuid()),
        _ => null,
    };

    private static Reply? RefuseToken(string token) => token switch
    {
        // The lookup of a JWT fails like that of an unknown token.
        _ when Begins(token, "acc_unknown") || IsJwt(token) => ErrorReplies.Message(401, "Unauthorized"),

        // It belongs to a user who has not chosen an organization yet.
        _ when Begins(token, "login_acc_") => ErrorReplies.Message(401, "Unauthorized - Invalid token"),
        _ when Begins(token, "acc_unjudged") => ErrorReplies.Message(500, "Internal Server Error"),
        _ => null,
    };

    private static Reply? RefuseJwt(string token, string organization) => ReadJwt(token) switch
    {
        not { ValueKind: JsonValueKind.Object } => ErrorReplies.Message(401, "Unauthorized - Invalid JWT"),
        { } claims when OrganizationsOf(claims) is { } known && !known.Contains(organization) =>
            ErrorReplies.Message(400, "Bad Request - organization_id not found in user organizations"),
        _ => null,
    };

    /// <summary>The organizations that a token names; null if it does not state any.</summary>
    private static List<string?>? OrganizationsOf(JsonElement claims) =>
        claims.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("organizations", out var organizations) && organizations.ValueKind == JsonValueKind.Array
            ? [.. organizations.EnumerateArray().Select(static one => one.ValueKind == JsonValueKind.Object
                && one.TryGetProperty("organization_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null)]
            : null;

    private static bool IsJwt(string token) => Begins(token, "eyJ") && HasThreeParts(token);

    private static bool HasThreeParts(string token) => token.Split('.').Length == 3;

    /// <summary>The claims of a token, whose signature nobody here can check; null if it has none.</summary>
    private static JsonElement? ReadJwt(string token)
    {
        try
        {
            var claims = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
            using var document = JsonDocument.Parse(Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '=')));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
