namespace Contacts.Generated.Testing;

/// <summary>Accepts any credential of the three kinds that is not empty.</summary>
internal static class Credentials
{
    /// <summary>The refusal, or null.</summary>
    public static Reply? Check(Exchange exchange)
    {
        if (exchange.Header("x-api-key") is { } key)
        {
            // A key wins over every other credential, so an empty one is not made up for by another.
            return string.IsNullOrWhiteSpace(key) ? Refusals.Named(401, "Unauthorized", "The API key is not valid", exchange.RequestId) : null;
        }

        if (!string.IsNullOrWhiteSpace(exchange.Header("x-access-token")))
        {
            return null;
        }

        var isBearer = exchange.Header("authorization") is { } authorization
            && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrWhiteSpace(authorization["Bearer ".Length..]);
        if (!isBearer)
        {
            return Refusals.Message(401, "Unauthorized - no credential was sent");
        }

        return string.IsNullOrWhiteSpace(exchange.Header("x-organization-id"))
            ? Refusals.Message(401, "Unauthorized - the token needs an organization")
            : null;
    }
}
