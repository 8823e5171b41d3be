namespace Contacts.Generated.Testing;

/// <summary>The extension of a stored file: that of its name, or else what its media type says.</summary>
internal static class FileExtension
{
    private const int MaxLength = 10;

    public static string Of(string fileName, string contentType)
    {
        var dot = fileName.LastIndexOf('.');
        if (dot >= 0 && Clean(fileName[(dot + 1)..]) is { } fromName)
        {
            return fromName;
        }

        var subtype = contentType.Split(';')[0].Split('/').ElementAtOrDefault(1)?.Trim() ?? "";
        return Clean(subtype) ?? "bin";
    }

    private static string? Clean(string extension) =>
        extension.Length is > 0 and <= MaxLength && extension.All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : null;
}
