namespace Contacts.Generated;

/// <summary>Checks where a file is to be written, and finds the real place of a link.</summary>
internal static class AtomicFileTarget
{
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

        var fullPath = FullPath(path);
        var target = FollowLink(fullPath);
        if (IsDevice(fullPath) || IsDevice(target))
        {
            throw new ArgumentException("The path is a device, which must not be replaced by a file: export to a stream instead.", nameof(path));
        }

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

#if NET
    /// <summary>A move onto a link would replace the link and not the file it stands for.</summary>
    private static string FollowLink(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#else
    private static string FollowLink(string path) => path;
#endif

    /// <summary>As root a move onto /dev/null or /dev/stdout would succeed, and break the machine.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));
}
