#if NET
using System.Runtime.Versioning;
#endif

namespace Contacts.Generated;

/// <summary>
/// A file that appears complete or not at all: it is written beside its target and moved into place by <see cref="CommitAsync"/>. If it is
/// disposed without that, the target is left as it was, and no other file remains.
/// </summary>
internal sealed class AtomicFile : IAsyncDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _content;

    private AtomicFile(string target, string temporary, FileStream content)
    {
        _target = target;
        _temporary = temporary;
        _content = content;
    }

    public Stream Content => _content;

    /// <summary>Opens the file beside its target. Call this before anything is sent, so that a bad path costs no request.</summary>
    /// <exception cref="ArgumentException"><paramref name="path"/> is not the path of a file that can be written.</exception>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public static AtomicFile Create(string path)
    {
        var target = AtomicFileTarget.Resolve(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".contacts-{Guid.NewGuid():N}.tmp");
        try
        {
            return new AtomicFile(target, temporary, Open(temporary));
        }
        catch (UnauthorizedAccessException)
        {
            throw new ArgumentException(
                "No file can be created in the folder of this path. Choose another folder, or check its permissions.", nameof(path));
        }
    }

    /// <summary>Moves the file into place, once its bytes are on the disk.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _content.FlushAsync(cancellationToken).ConfigureAwait(false);
        _content.Flush(flushToDisk: true);
        await _content.CloseAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        Replace(_temporary, _target);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            try
            {
                await _content.CloseAsync().ConfigureAwait(false);
            }
            finally
            {
                File.Delete(_temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that ended the export matters more than a leftover file.
        }
    }

#if NET
    private static FileStream Open(string temporary)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 1,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Until the file is complete, and if a killed process leaves it behind, nobody else may read it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(temporary, options);
    }

    private static void Replace(string temporary, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.Exists(target) ? File.GetUnixFileMode(target) : ModeOfNewFile(temporary + "0"));
        }

        File.Move(temporary, target, overwrite: true);
    }

    /// <summary>
    /// The permissions that a new file of any program gets here. They depend on the user's mask and on the folder's own rules, and only
    /// creating a file shows them.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    private static UnixFileMode ModeOfNewFile(string probe)
    {
        using var file = new FileStream(
            probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        return File.GetUnixFileMode(file.SafeFileHandle);
    }
#else
    private static FileStream Open(string temporary) =>
        new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous);

    /// <summary>This target has no move that overwrites, and a replacement needs a file to replace.</summary>
    private static void Replace(string temporary, string target)
    {
        if (File.Exists(target))
        {
            File.Replace(temporary, target, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, target);
        }
    }
#endif
}

/// <summary>Checks where a file is to be written, and follows links to their target.</summary>
internal static class AtomicFileTarget
{
    /// <summary>Linux itself follows as many links in a row.</summary>
    private const int MostLinks = 40;

    public static string Resolve(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path), "A path is required. Pass the path of the file to write.");
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ArgumentException("The path is empty. Pass the path of the file to write.", nameof(path));
        }

        var target = FollowLinks(FullPath(path));
        if (Path.GetFileName(target).Length == 0 || Directory.Exists(target))
        {
            throw new ArgumentException("The path is a folder. Add a file name to it.", nameof(path));
        }

        return Directory.Exists(Path.GetDirectoryName(target))
            ? target
            : throw new ArgumentException("The folder of this path does not exist. Create it first.", nameof(path));
    }

    private static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new ArgumentException("The path is not valid on this system. Check its characters and its length.", nameof(path));
        }
    }

    /// <summary>Moving a file onto a link would replace the link instead of its target, which need not exist yet.</summary>
    private static string FollowLinks(string path)
    {
        for (var count = 0; count < MostLinks; count++)
        {
            // Checked at each step, since a link in /proc leads to an open file, which may have no path at all.
            if (FileKind.IsSpecial(path))
            {
                throw new ArgumentException(
                    "The path is a device, a pipe or a socket, which a file must not replace. Pass the path of a file, or export to a "
                    + "stream.", nameof(path));
            }

            if (LinkTarget(path) is not { } target)
            {
                return path;
            }

            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, target));
        }

        throw new ArgumentException("The path is a link that leads back to itself. Pass another path.", nameof(path));
    }

#if NET
    private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;
#else
    private static string? LinkTarget(string path) => null;
#endif
}
