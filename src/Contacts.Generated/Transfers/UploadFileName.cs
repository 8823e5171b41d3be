namespace Contacts.Generated;

/// <summary>The name a file is uploaded under: never a path.</summary>
internal static class UploadFileName
{
    internal static void Check(string fileName, string parameter)
    {
        if (fileName is null)
        {
            throw new ArgumentNullException(parameter, "Give the name under which the file is uploaded, such as photo.png.");
        }

        if (string.IsNullOrWhiteSpace(fileName) || fileName is "." or "..")
        {
            throw new ArgumentException("The file name is empty: give a name such as photo.png.", parameter);
        }

        if (AfterLastSeparator(fileName) > 0)
        {
            throw new ArgumentException("The file name has a folder in it: give the name alone, without slash or backslash.", parameter);
        }
    }

    /// <summary>The name alone; a backslash separates on every platform, because the receiver may run on another one.</summary>
    internal static string OfPath(string path)
    {
        var name = path.Substring(AfterLastSeparator(path));
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException("The file has no name that can be sent: rename it, or use FromStream and give a name.", nameof(path))
            : name;
    }

    internal static int AfterLastSeparator(string name) => Math.Max(name.LastIndexOf('/'), name.LastIndexOf('\\')) + 1;
}
