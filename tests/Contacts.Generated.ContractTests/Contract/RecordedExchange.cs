namespace Contacts.Generated.ContractTests;

/// <summary>A request as it was sent and the answer to it, if one came.</summary>
internal sealed record RecordedExchange
{
    public required string Method { get; init; }

    public required Uri Address { get; init; }

    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>();

    public byte[] RequestBody { get; init; } = [];

    /// <summary>The status; null if no answer came.</summary>
    public int? Status { get; init; }

    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    public byte[] ResponseBody { get; init; } = [];

    /// <summary>The path, still encoded.</summary>
    public string Path => Address.AbsolutePath;

    public IReadOnlyList<KeyValuePair<string, string>> Query() =>
        [.. Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

    public string? MediaType(bool ofRequest) =>
        (ofRequest ? RequestHeaders : ResponseHeaders).TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim().ToLowerInvariant() : null;

    public override string ToString() => $"{Method} {Path} -> {Status}";

    private static KeyValuePair<string, string> Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(text), "") : new(Decode(text[..equals]), Decode(text[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
