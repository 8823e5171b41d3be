namespace Contacts.Generated;

/// <summary>Checks where a file is to be written, and finds the real place of a link.</summary>
internal static class AtomicFileTarget
{
    /// <summary>As many links as Linux itself follows in a row.</summary>
    private const int MostLinks = 40;

    internal static string Resolve(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path), "Give the path of the file to write.");
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ArgumentException("The path is empty: give the path of the file to write.", nameof(path));
        }

        var target = FollowLinks(FullPath(path));
        if (Path.GetFileName(target).Length == 0 || Directory.Exists(target))
        {
            throw new ArgumentException("The path is a folder: add a file name to it.", nameof(path));
        }

        return Directory.Exists(Path.GetDirectoryName(target))
            ? target
            : throw new ArgumentException("The folder of this path does not exist: create it first.", nameof(path));
    }

    private static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new ArgumentException("The path is not valid on this system: check its characters and its length.", nameof(path));
        }
    }

    /// <summary>A move onto a link would replace the link and not the file that it leads to, which need not exist yet.</summary>
    private static string FollowLinks(string path)
    {
        for (var count = 0; count < MostLinks; count++)
        {
            // Checked at each step: a link in /proc leads to an open file, which may have no path at all.
            if (FileKind.IsSpecial(path))
            {
                throw new ArgumentException(
                    "The path is a device, a pipe or a socket, and a file must not take its place: give the path of a file, or export to a stream.", nameof(path));
            }

            if (LinkTarget(path) is not { } target)
            {
                return path;
            }

            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, target));
        }

        throw new ArgumentException("The path is a link that leads back to itself: give another one.", nameof(path));
    }

#if NET
    private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;
#else
    private static string? LinkTarget(string path) => null;
#endif
}
