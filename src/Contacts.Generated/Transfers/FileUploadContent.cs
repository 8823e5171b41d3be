namespace Contacts.Generated;

internal sealed class FileUploadContent : UploadContent
{
    private readonly string _path;
    private readonly long _length;

    private FileUploadContent(string path, long length, string fileName, string mediaType)
        : base(fileName, mediaType)
    {
        _path = path;
        _length = length;
    }

    internal override bool CanReplay => true;

    internal override long? Length => _length;

    public static FileUploadContent Create(string path, string? contentType)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path), "A path is required. Pass the path of the file to upload.");
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ArgumentException("The path is empty. Pass the path of the file to upload.", nameof(path));
        }

        if (Directory.Exists(path))
        {
            throw new ArgumentException("The path is a folder. Pass the path of one file.", nameof(path));
        }

        if (!File.Exists(path))
        {
            throw new ArgumentException(
                "There is no file at this path. Check its spelling and, for a relative path, the current folder.", nameof(path));
        }

        // The current folder may have changed by the time the call is made or retried.
        var fullPath = Path.GetFullPath(path);
        var length = LengthOf(fullPath);
        if (length == 0)
        {
            throw new ArgumentException(
                "The file is empty. Pass one with at least one byte; for a device or a pipe, use FromStream.", nameof(path));
        }

        var name = WithoutFolder(fullPath);
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException(
                "The file has no name that can be sent. Rename it, or use FromStream with another name.", nameof(path))
            : new FileUploadContent(fullPath, length, name, MediaTypes.Choose(contentType, name));
    }

    internal override ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FileStream file;
        try
        {
            file = Open(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The original message contains the path, and a path may contain a person's name.
            throw new IOException(
                $"The file to upload could be opened before but not now ({exception.GetType().Name}). Keep it in place until the upload is "
                + "over.",
                exception.HResult);
        }

        if (file.Length == 0)
        {
            file.Dispose();
            throw new IOException("The file to upload was emptied before it could be read. Keep it unchanged until the upload is over.");
        }

        return new(new UploadSource(file));
    }

    private static long LengthOf(string path)
    {
        try
        {
            // A pipe has no length, and opening it would wait for a process that writes to it.
            if (new FileInfo(path).Length == 0)
            {
                return 0;
            }

            using var file = Open(path);
            return file.Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"The file cannot be opened for reading ({exception.GetType().Name}). Check its permissions and that no program is "
                + "writing to it.",
                nameof(path));
        }
    }

    /// <summary>Opens it without the stream's own buffer, since it is read into a pooled one.</summary>
    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
