namespace Contacts.Generated.Testing;

/// <summary>A file as it was uploaded.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>Roughly the memory that an entry of the store takes besides the file's strings and bytes.</summary>
    private const int Overhead = 512;

    private const int MaxExtensionLength = 10;

    public long Size => Overhead + (2L * (Name.Length + ContentType.Length)) + Bytes.Length;

    /// <summary>The extension of the file's name, or else the one that its media type suggests.</summary>
    public string Extension
    {
        get
        {
            var dot = Name.LastIndexOf('.');
            var subtype = ContentType.Split(';')[0].Split('/').ElementAtOrDefault(1)?.Trim() ?? "";
            return (dot < 0 ? null : Clean(Name[(dot + 1)..])) ?? Clean(subtype) ?? "bin";
        }
    }

    private static string? Clean(string extension) =>
        extension.Length is > 0 and <= MaxExtensionLength && extension.All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : null;
}
