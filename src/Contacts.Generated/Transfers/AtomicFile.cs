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

    internal Stream Content => _content;

    /// <summary>Opens the file beside its target; call it before anything is sent, so that a bad path costs no request.</summary>
    /// <exception cref="ArgumentException"><paramref name="path"/> is no file that can be written.</exception>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    internal static AtomicFile Create(string path)
    {
        var target = AtomicFileTarget.Resolve(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".contacts-{Guid.NewGuid():N}.tmp");
        try
        {
            return new AtomicFile(target, temporary, Open(temporary, target));
        }
        catch (UnauthorizedAccessException)
        {
            throw new ArgumentException("No file can be created in the folder of this path: choose another folder or check its permissions.", nameof(path));
        }
    }

    /// <summary>Puts the file in place, after its bytes are on the disk.</summary>
    internal async Task CommitAsync(CancellationToken cancellationToken)
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
    private static FileStream Open(string temporary, string target)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 1,
            Options = FileOptions.Asynchronous,
        };

        // The replaced file's permissions hold from the first byte on: an export that was private stays so.
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return new FileStream(temporary, options);
    }

    private static void Replace(string temporary, string target) => File.Move(temporary, target, overwrite: true);
#else
    private static FileStream Open(string temporary, string target) =>
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
