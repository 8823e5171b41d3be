using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>What parameters and forms have in common.</summary>
internal static class OperationText
{
    /// <summary>The style of a parameter or of a form's field, as the SDK names it; empty for the default of its location.</summary>
    public static string StyleOf(OperationParameter parameter)
    {
        var style = parameter.Node.Text("style") ?? (parameter.In is "query" or "cookie" ? "form" : "simple");
        var explode = parameter.Node.Find("explode") is null ? style == "form" : parameter.Node.Flag("explode");
        return StyleOf(style, explode) is var name and not ("Form" or "Simple") ? name : "";
    }

    public static string StyleOf(string style, bool explode) => style switch
    {
        "spaceDelimited" => explode ? "Form" : "SpaceDelimited",
        "pipeDelimited" => explode ? "Form" : "PipeDelimited",
        "deepObject" => "DeepObject",
        "label" => explode ? "LabelExploded" : "Label",
        "matrix" => explode ? "MatrixExploded" : "Matrix",
        "simple" => explode ? "SimpleExploded" : "Simple",
        _ => explode ? "Form" : "FormJoined",
    };

    /// <summary>The bounds of a number, as further arguments.</summary>
    public static string Bounds(ContractMapping schema) =>
        Bound(schema, "minimum", "exclusiveMinimum", 1) + Bound(schema, "maximum", "exclusiveMaximum", -1);

    /// <summary>Why a caller cannot set a header; null if a caller can.</summary>
    public static string? OwnerOfHeader(string name) => name.ToUpperInvariant() switch
    {
        "AUTHORIZATION" => "is set from the credential in the client's options",
        "ACCEPT" => "is set by the client, which knows what the operation returns",
        "CONTENT-TYPE" or "CONTENT-LENGTH" or "CONTENT-ENCODING" => "belongs to the body, which the client writes",
        "COOKIE" => "would replace the cookies that are parameters of their own: describe each as a parameter in 'cookie'",
        "HOST" or "CONNECTION" or "TRANSFER-ENCODING" or "EXPECT" or "ACCEPT-ENCODING" or "KEEP-ALIVE" or "TE" or "TRAILER" or "UPGRADE" =>
            "belongs to the connection, which the client manages",
        "USER-AGENT" => "is set by the client, whose name it is",
        "X-REQUEST-ID" => "is the id of the call, which is an option of its own (RequestId)",
        _ => null,
    };

    public static bool IsToken(string name) => name.Length > 0
        && name.All(static character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character));

    /// <summary>
    /// Names in PascalCase. If several would be the same, their locations are added to all but the path's.
    /// </summary>
    public static string?[] Names(IReadOnlyList<(WireName Name, string Place)> entries, IReadOnlyList<string> taken)
    {
        var told = entries.Select(entry =>
            entry.Place is not "path" && entry.Name.Given is null
            && entries.Any(other => other.Place != entry.Place && IsSame(other.Name, entry.Name))
                ? new WireName($"{entry.Place}-{entry.Name.Wire}")
                : entry.Name);
        return Identifiers.Assign([.. told], taken.Contains, "Value");
    }

    // Two names that differ only in capitals may be the same in camelCase.
    private static bool IsSame(WireName one, WireName other) => string.Equals(
        one.Given ?? Identifiers.Pascal(one.Wire), other.Given ?? Identifiers.Pascal(other.Wire), StringComparison.OrdinalIgnoreCase);

    /// <summary>The placeholders of a path, in order, and whether its braces match.</summary>
    public static (string[] Names, bool AreWellFormed) Placeholders(string path)
    {
        // Each part after the first follows an opening brace.
        var parts = path.Split('{').Select(static part => part.Split('}')).ToList();
        var areWellFormed = parts[0].Length == 1 && parts.Skip(1).All(static part => part is [{ Length: > 0 }, _]);
        return ([.. parts.Skip(1).Where(static part => part.Length > 1).Select(static part => part[0])], areWellFormed);
    }

    private static string Bound(ContractMapping schema, string key, string exclusiveKey, int step)
    {
        if (schema.Text(key) is not { } text || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
        {
            return "";
        }

        if (schema.Flag(exclusiveKey))
        {
            if (SchemaKinds.TypeOf(schema) != "integer")
            {
                return "";
            }

            bound += step;
        }

        var number = bound.ToString(CultureInfo.InvariantCulture);
        return $", {key}: {number}{(int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "" : "m")}";
    }
}

/// <summary>The rules that are checked while operations are normalized.</summary>
internal static class OperationFindings
{
    /// <summary>For parts of a document that do not become C#.</summary>
    public static Rule LeftOut { get; } = new("CTR081", "Nothing of an operation is left out.", Severity.Warning);

    public static Rule UnknownScheme { get; } = new("CTR084", "Each security scheme that is used is described.");

    /// <summary>For bodies that no method can send or return.</summary>
    public static Rule Refused { get; } = new("CTR082", "Each operation has bodies that a method can send and return.");
}
