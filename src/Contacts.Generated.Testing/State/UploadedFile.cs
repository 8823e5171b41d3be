namespace Contacts.Generated.Testing;

/// <summary>A file as it was uploaded.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>About what its place in the store takes, beside its texts and its bytes.</summary>
    private const int Overhead = 512;

    public long Size => Overhead + (2L * (Name.Length + ContentType.Length)) + Bytes.Length;
}
