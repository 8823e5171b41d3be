#if NET
using System.Runtime.Versioning;
#endif

namespace Contacts.Generated;

/// <summary>
/// A file that appears whole or not at all: it is written beside its target and moved into place by <see cref="CommitAsync"/>. Disposed
/// without that, it leaves the target as it was and nothing else behind.
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

    /// <summary>Opens the file beside its target; call it before anything is sent, so that a bad path costs no request.</summary>
    /// <exception cref="ArgumentException"><paramref name="path"/> is no file that can be written.</exception>
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
                "No file can be created in the folder of this path: choose another folder or check its permissions.", nameof(path));
        }
    }

    /// <summary>Puts the file in place, after its bytes are on the disk.</summary>
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
            // What made the caller give up matters more than what is left of it.
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
            // Until it is whole, and if it is left over by a kill, it is nobody else's to read.
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
    /// The permissions that any program's new file gets here: the user's mask and the folder's own rules decide, and only a file shows
    /// them.
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

    /// <summary>A move that overwrites is missing on this target, and a replacement needs something to replace.</summary>
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

/// <summary>Checks where a file is to be written, and finds the real place of a link.</summary>
internal static class AtomicFileTarget
{
    /// <summary>As many links as Linux itself follows in a row.</summary>
    private const int MostLinks = 40;

    public static string Resolve(string path)
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
                    "The path is a device, a pipe or a socket, and a file must not take its place: give the path of a file, or export to a "
                    + "stream.", nameof(path));
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
