namespace Contacts.Generated;

/// <summary>A file to upload: where its bytes come from, its name and its media type. It is streamed, never held in memory.</summary>
/// <remarks>Everything that can be checked is checked here, before anything is sent.</remarks>
public abstract class UploadContent
{
    private protected UploadContent(string fileName, string mediaType)
    {
        FileName = fileName;
        MediaType = mediaType;
    }

    internal string FileName { get; }

    internal string MediaType { get; }

    /// <summary>Whether a (further) attempt can send the same bytes.</summary>
    internal abstract bool CanReplay { get; }

    /// <summary>Bytes to send as far as known now; the length that counts is the one of the opened source.</summary>
    internal abstract long? Length { get; }

    /// <summary>Makes the request of an operation that sends a file.</summary>
    internal static PipelineRequest CreateRequest(OperationRequest operation, Uri address, ExpectContinue expectContinue, TimeProvider timeProvider) =>
        new UploadRequest(address, operation.Upload!, expectContinue, timeProvider)
        {
            Operation = operation.Operation,
            Method = operation.Method,
            UrlTemplate = operation.Descriptor.Path.Template,
            IsIdempotent = operation.Descriptor.IsIdempotent,
            IsTransfer = true,
        };

    /// <summary>Opens the bytes for one attempt.</summary>
    /// <exception cref="IOException">The file or the stream is not what it was when this content was made.</exception>
    /// <exception cref="InvalidOperationException">The stream can be read once only and was read.</exception>
    internal abstract ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A file on disk. It is opened for each attempt, so that a failed attempt can be repeated.</summary>
    /// <remarks>
    /// The upload carries the file's name without its folder. A file that changes its length or vanishes before the upload is over
    /// fails the call with an <see cref="IOException"/>.
    /// </remarks>
    /// <param name="path">Path of an existing file that is not empty.</param>
    /// <param name="contentType">Media type such as <c>image/png</c>; by default it follows from the file's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> is null or empty, is a folder, does not exist, cannot be opened or is an empty file; or
    /// <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromFile(string path, string? contentType = null) => FileUploadContent.Create(path, contentType);

    /// <summary>A stream, from where it stands at this call to its end. It is never closed.</summary>
    /// <remarks>
    /// A stream that can seek is set back for a repeated attempt. One that cannot is sent once: a failure after its first read is not
    /// retried, and its length is unknown, so that the request is sent in chunks. Its first bytes are read before anything is sent; if
    /// there are none, the upload fails with an <see cref="ArgumentException"/>.
    /// </remarks>
    /// <param name="stream">A readable stream with something left to read.</param>
    /// <param name="fileName">The file's name, without a folder.</param>
    /// <param name="contentType">Media type such as <c>image/png</c>; by default it follows from the file name's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="stream"/> is null, cannot be read, or can seek and stands at its end; <paramref name="fileName"/> is null, empty or
    /// has a folder in it; or <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromStream(Stream stream, string fileName, string? contentType = null) =>
        StreamUploadContent.Create(stream, fileName, contentType);

    /// <summary>Bytes in memory. They are not copied: leave them unchanged until the upload is over.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="fileName">The file's name, without a folder.</param>
    /// <param name="contentType">Media type such as <c>image/png</c>; by default it follows from the file name's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="bytes"/> is empty; <paramref name="fileName"/> is null, empty or has a folder in it; or
    /// <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromBytes(ReadOnlyMemory<byte> bytes, string fileName, string? contentType = null) =>
        BytesUploadContent.Create(bytes, fileName, contentType);

    /// <summary>The name alone; a backslash separates on every platform, because the receiver may run on another one.</summary>
    internal static string WithoutFolder(string name) => name.Substring(Math.Max(name.LastIndexOf('/'), name.LastIndexOf('\\')) + 1);

    private protected static void CheckFileName(string fileName)
    {
        if (fileName is null)
        {
            throw new ArgumentNullException(nameof(fileName), "Give the name under which the file is uploaded, such as photo.png.");
        }

        if (string.IsNullOrWhiteSpace(fileName) || fileName is "." or "..")
        {
            throw new ArgumentException("The file name is empty: give a name such as photo.png.", nameof(fileName));
        }

        if (WithoutFolder(fileName) != fileName)
        {
            throw new ArgumentException(
                "The file name has a folder in it: give the name alone, without slash or backslash.", nameof(fileName));
        }
    }
}
