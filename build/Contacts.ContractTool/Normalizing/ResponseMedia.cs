namespace Contacts.ContractTool;

/// <summary>How a body of a media type is written and read.</summary>
internal enum MediaKind
{
    Json, Multipart, Form, Text, Binary,

    /// <summary>XML and event streams, which no method can send or return.</summary>
    Refused,
}

/// <summary>The media type that a method uses, and those that it leaves out.</summary>
internal sealed record MediaChoice(ContractMember? Chosen, MediaKind Kind, IReadOnlyList<ContractMember> LeftOut)
{
    /// <summary>
    /// Chooses the first of the preferred kinds that occurs, and within it the most common media type, or else the first.
    /// </summary>
    public static MediaChoice Of(IEnumerable<ContractMember> content, Contract contract, MediaKind[] preferred)
    {
        var all = content.Where(static one => !one.IsExtension).ToList();
        foreach (var kind in preferred)
        {
            var fitting = all.Where(one => KindOf(one, contract) == kind).ToList();
            if (fitting.Count > 0)
            {
                var chosen = fitting.Find(static one => one.Key is "application/json" or "multipart/form-data") ?? fitting[0];
                var isOpen = kind == MediaKind.Json && TypeOf(chosen.Key) is "*/*" or "application/*";
                return new(isOpen ? chosen with { Key = "application/json" } : chosen, kind, [.. all.Where(one => one != chosen)]);
            }
        }

        return new(null, MediaKind.Refused, all);
    }

    public static string Names(IEnumerable<ContractMember> media) => string.Join(", ", media.Select(static one => one.Key));

    private static MediaKind KindOf(ContractMember media, Contract contract)
    {
        var type = TypeOf(media.Key);
        var schema = contract.Resolve((media.Value as ContractMapping)?.Mapping("schema"));
        var isBinary = schema?.Text("format") == "binary" || schema?.Text("type") == "file";
        return type switch
        {
            "text/event-stream" => MediaKind.Refused,
            _ when isBinary && !type.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.Binary,
            "application/xml" or "text/xml" => MediaKind.Refused,
            _ when type.EndsWith("+xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal) =>
                MediaKind.Refused,
            "application/json" or "text/json" or "application/x-json" or "application/*" => MediaKind.Json,
            "*/*" => schema?.Text("type") == "string" ? MediaKind.Text : MediaKind.Json,
            _ when type.EndsWith("+json", StringComparison.Ordinal) => MediaKind.Json,
            "application/x-www-form-urlencoded" => MediaKind.Form,
            _ when type.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.Multipart,
            "application/yaml" or "application/x-yaml" or "application/jwt" or "application/graphql" or "application/javascript" =>
                MediaKind.Text,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => MediaKind.Text,
            _ => MediaKind.Binary,
        };
    }

    private static string TypeOf(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
