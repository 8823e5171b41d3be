namespace Contacts.Generated.Testing;

/// <summary>A file as it was uploaded.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes);
