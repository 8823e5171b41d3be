namespace Contacts.Generated.Testing;

/// <summary>A request as it was received, and the reply to it.</summary>
internal sealed class Exchange
{
    private const string Bearer = "Bearer ";

    public required string Method { get; init; }

    /// <summary>The path as sent, without the query.</summary>
    public required string Path { get; init; }

    public required QueryValues Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The operation's route; null if no operation has this method and path.</summary>
    public required RouteMatch? Match { get; init; }

    /// <summary>The body as the service receives it.</summary>
    public required byte[] Body { get; init; }

    /// <summary>
    /// Whether the gateway dropped the body, as it does with media types that it parses itself, and an older one with every DELETE.
    /// </summary>
    public required bool BodyWasDropped { get; init; }

    /// <summary>The reply, once there is one.</summary>
    public Reply? Reply { get; set; }

    /// <summary>The credential that counts: the API key, or else the bearer token, or else the access token; empty without any.</summary>
    public string Credential => Header("x-api-key") is { Length: > 0 } key ? key
        : Header("authorization") is { } authorization && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && authorization[Bearer.Length..].Trim() is { Length: > 0 } token ? token
        : Header("x-access-token") ?? "";

    /// <summary>The id in the path that has this placeholder.</summary>
    public string PathId(string name) => Match!.Ids[name];

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
