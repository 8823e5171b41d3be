namespace Contacts.ContractTool;

/// <summary>A text as it stands in a <c>$ref</c>; only one into the same document's components can be resolved.</summary>
public sealed record Reference(string Text)
{
    private const string Prefix = "#/components/";

    public bool IsLocal => Text.StartsWith('#');

    /// <summary>The section and the name that it points to; null when it points elsewhere.</summary>
    public (string Section, string Name)? Target
    {
        get
        {
            if (!Text.StartsWith(Prefix, StringComparison.Ordinal))
            {
                return null;
            }

            var parts = Text[Prefix.Length..].Split('/');
            return parts.Length == 2 ? (Unescape(parts[0]), Unescape(parts[1])) : null;
        }
    }

    private static string Unescape(string part) => Uri.UnescapeDataString(part)
        .Replace("~1", "/", StringComparison.Ordinal)
        .Replace("~0", "~", StringComparison.Ordinal);
}
