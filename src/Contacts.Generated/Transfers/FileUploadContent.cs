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
            throw new ArgumentNullException(nameof(path), "Give the path of the file to upload.");
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ArgumentException("The path is empty: give the path of the file to upload.", nameof(path));
        }

        if (Directory.Exists(path))
        {
            throw new ArgumentException("The path is a folder: give the path of one file.", nameof(path));
        }

        if (!File.Exists(path))
        {
            throw new ArgumentException(
                "There is no file at this path: check its spelling and, for a relative path, the current folder.", nameof(path));
        }

        // The current folder may be another one when the call is made or repeated.
        var fullPath = Path.GetFullPath(path);
        var length = LengthOf(fullPath);
        if (length == 0)
        {
            throw new ArgumentException(
                "The file is empty: give a file with at least one byte, and a device or a pipe by FromStream.", nameof(path));
        }

        var name = WithoutFolder(fullPath);
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException(
                "The file has no name that can be sent: rename it, or use FromStream and give a name.", nameof(path))
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
            // The original names the path, and a path may name a person.
            throw new IOException(
                $"The file to upload could be opened before but not now ({exception.GetType().Name}): keep it in place until the upload is "
                + "over.",
                exception.HResult);
        }

        if (file.Length == 0)
        {
            file.Dispose();
            throw new IOException("The file to upload was emptied since it was given: keep it unchanged until the upload is over.");
        }

        return new(new UploadSource(file));
    }

    private static long LengthOf(string path)
    {
        try
        {
            // A pipe has no length, and opening it would wait for its writer.
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
                $"The file cannot be opened for reading ({exception.GetType().Name}): check its permissions and that no program is "
                + "writing to it.",
                nameof(path));
        }
    }

    /// <summary>Without the stream's own buffer: what is read goes into a pooled one.</summary>
    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
