namespace Contacts.Generated.Testing;

/// <summary>The uploaded files by the path at which they can be downloaded.</summary>
internal sealed class UploadStore(int seed)
{
    public const string Root = "/files/contact/" + SyntheticWorld.Organization + "/";

    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);

    /// <summary>Keeps a file.</summary>
    /// <returns>Its path.</returns>
    public string Add(UploadedFile file)
    {
        var draw = new Draw(seed, "upload", _files.Count);
        Span<char> name = stackalloc char[26];
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = draw.Pick<char>("abcdefghijklmnopqrstuvwxyz0123456789");
        }

        var path = $"{Root}file_{name}.{FileExtension.Of(file.Name, file.ContentType)}";
        _files[path] = file;
        return path;
    }

    public UploadedFile? Find(string path) => _files.GetValueOrDefault(path);

    public void Clear() => _files.Clear();
}
