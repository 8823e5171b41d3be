using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>What parameters and forms have in common.</summary>
internal static class OperationText
{
    /// <summary>The style of a parameter or of a form's field, as the SDK names it; empty for the default of its place.</summary>
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

    /// <summary>Why a header is not the caller's to set; null if it is.</summary>
    public static string? OwnerOfHeader(string name) => name.ToUpperInvariant() switch
    {
        "AUTHORIZATION" => "is the credential's, which the client's options have",
        "ACCEPT" => "says what the operation returns, which the client knows",
        "CONTENT-TYPE" or "CONTENT-LENGTH" or "CONTENT-ENCODING" => "belongs to the body, which the client writes",
        "COOKIE" => "would hide the cookies that have names: describe each as a parameter in 'cookie'",
        "HOST" or "CONNECTION" or "TRANSFER-ENCODING" or "EXPECT" or "ACCEPT-ENCODING" or "KEEP-ALIVE" or "TE" or "TRAILER" or "UPGRADE" =>
            "belongs to the connection, which the client keeps",
        "USER-AGENT" => "names the client, which does that itself",
        "X-REQUEST-ID" => "is the id of the call, which the client's options have (RequestId)",
        _ => null,
    };

    public static bool IsToken(string name) => name.Length > 0
        && name.All(static character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character));

    /// <summary>Names in PascalCase. Those that would be the same are told apart by their places, but for the path's.</summary>
    public static string?[] Names(IReadOnlyList<(WireName Name, string Place)> entries, string[] taken)
    {
        var told = entries.Select(entry =>
            entry.Place is not "path" && entry.Name.Given is null
            && entries.Any(other => other.Place != entry.Place && IsSame(other.Name, entry.Name))
                ? new WireName($"{entry.Place}-{entry.Name.Wire}")
                : entry.Name);
        return NameBook.Assign([.. told], taken.Contains, "Value");
    }

    // In camelCase two names may be one that differ in their capitals.
    private static bool IsSame(WireName one, WireName other) => string.Equals(
        one.Given ?? NameBook.Pascal(one.Wire), other.Given ?? NameBook.Pascal(other.Wire), StringComparison.OrdinalIgnoreCase);

    /// <summary>The placeholders of a path, in order, and whether its braces pair.</summary>
    public static (string[] Names, bool AreWellFormed) Placeholders(string path)
    {
        // Each part after the first stands behind an opening brace.
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

/// <summary>The rules that are checked where operations are normalized.</summary>
internal static class OperationFindings
{
    /// <summary>What is described and does not become C#.</summary>
    public static Rule LeftOut { get; } = new("CTR081", "Nothing of an operation is left out.", Severity.Warning);

    public static Rule UnknownScheme { get; } = new("CTR084", "Each security scheme that is asked for is described.");

    /// <summary>What no method can send or return.</summary>
    public static Rule Refused { get; } = new("CTR082", "Each operation sends and returns what a method can.");
}
