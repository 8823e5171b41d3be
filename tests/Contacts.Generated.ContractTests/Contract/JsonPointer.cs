namespace Contacts.Generated.ContractTests;

/// <summary>JSON pointers (RFC 6901), as text.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The names on the way to what a reference within the document points at.</summary>
    public static IEnumerable<string> Names(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"The contract refers to \"{reference}\", which is outside of it.");
        }

        return reference[2..].Split('/').Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
    }
}
