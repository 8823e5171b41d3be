namespace Contacts.Generated.Testing;

/// <summary>A request as it came over the wire, and the answer to it.</summary>
internal sealed class Exchange
{
    public required string Method { get; init; }

    /// <summary>The path as sent, without the query.</summary>
    public required string Path { get; init; }

    public required QueryValues Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The operation's route; null if there is none.</summary>
    public required RouteMatch? Match { get; init; }

    /// <summary>What the service sees of the body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Whether the gateway kept the body for itself, as it does with media types that it parses.</summary>
    public required bool BodyWasSwallowed { get; init; }

    /// <summary>The answer, once it is made.</summary>
    public Reply? Reply { get; set; }

    /// <summary>The id in the path.</summary>
    public string PathId => Match?.Id ?? "";

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
