namespace Contacts.Generated.PackageTests;

/// <summary>
/// A folder outside the repository that is gone afterwards, so that nothing of the repository's settings reaches what is built in it.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("contacts-packages-").FullName;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Folder(params string[] parts) => Directory.CreateDirectory(File(parts)).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A compiler server may still write beside its output; the system clears its temporary folder itself.
        }
    }
}
