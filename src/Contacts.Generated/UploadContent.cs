namespace Contacts.Generated;

/// <summary>A file to upload: its bytes, its name and its media type. It is streamed, never buffered in memory.</summary>
/// <remarks>Arguments are checked when the content is created, before anything is sent.</remarks>
public abstract class UploadContent
{
    private protected UploadContent(string fileName, string mediaType)
    {
        FileName = fileName;
        MediaType = mediaType;
    }

    internal string FileName { get; }

    internal string MediaType { get; }

    /// <summary>Whether the next attempt can send the same bytes.</summary>
    internal abstract bool CanReplay { get; }

    /// <summary>The number of bytes, if it is known in advance; the length of the opened source is the one that counts.</summary>
    internal abstract long? Length { get; }

    /// <summary>Creates the request of an operation that streams its body.</summary>
    internal static PipelineRequest CreateRequest(
        OperationRequest operation, Uri address, ExpectContinue expectContinue, TimeProvider timeProvider) =>
        new UploadRequest(operation, address, expectContinue, timeProvider)
        {
            Operation = operation.Operation,
            Method = operation.Method,
            UrlTemplate = operation.Descriptor.Path.Template,
            IsIdempotent = operation.Descriptor.IsIdempotent,
            IsTransfer = operation.StreamsResponse || operation.Upload!.Parts.Exists(static part => part.File is not null),
        };

    /// <summary>Opens the bytes for one attempt.</summary>
    /// <exception cref="IOException">The file or the stream has changed since this content was created.</exception>
    /// <exception cref="InvalidOperationException">The stream can be read only once, and has been read.</exception>
    internal abstract ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A file on disk. It is opened for each attempt, so failed attempts can be retried.</summary>
    /// <remarks>
    /// The file is uploaded under its own name, without its folder. If its length changes or it disappears during the upload, the call
    /// fails with an <see cref="IOException"/>.
    /// </remarks>
    /// <param name="path">The path of an existing file that is not empty.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; by default derived from the file's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> is null or empty, is a folder, does not exist, cannot be opened or is an empty file; or
    /// <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromFile(string path, string? contentType = null) => FileUploadContent.Create(path, contentType);

    /// <summary>A stream, from its current position to its end. It is never closed.</summary>
    /// <remarks>
    /// A seekable stream is rewound for each retry. Any other is sent once: a failure after its first read is not retried, and its length
    /// is unknown, so the request is chunked. Its first bytes are read before anything is sent; if there are none, the upload fails with an
    /// <see cref="ArgumentException"/>.
    /// </remarks>
    /// <param name="stream">A readable stream with at least one byte left.</param>
    /// <param name="fileName">The file's name, without a folder.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; by default derived from the file name's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="stream"/> is null, is not readable, or is seekable and at its end; <paramref name="fileName"/> is null, empty or
    /// contains a folder; or <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromStream(Stream stream, string fileName, string? contentType = null) =>
        StreamUploadContent.Create(stream, fileName, contentType);

    /// <summary>Bytes in memory. They are not copied, so do not change them before the upload is over.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="fileName">The file's name, without a folder.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; by default derived from the file name's extension.</param>
    /// <returns>The content to pass to an upload.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="bytes"/> is empty; <paramref name="fileName"/> is null, empty or contains a folder; or
    /// <paramref name="contentType"/> is not a media type.
    /// </exception>
    public static UploadContent FromBytes(ReadOnlyMemory<byte> bytes, string fileName, string? contentType = null) =>
        BytesUploadContent.Create(bytes, fileName, contentType);

    /// <summary>
    /// The file name without a folder. A backslash separates on every platform, because the receiver may run on another one.
    /// </summary>
    internal static string WithoutFolder(string name) => name.Substring(Math.Max(name.LastIndexOf('/'), name.LastIndexOf('\\')) + 1);

    private protected static void CheckFileName(string fileName)
    {
        if (fileName is null)
        {
            throw new ArgumentNullException(nameof(fileName), "A file name is required. Pass one such as photo.png.");
        }

        if (string.IsNullOrWhiteSpace(fileName) || fileName is "." or "..")
        {
            throw new ArgumentException("The file name is empty. Pass a name such as photo.png.", nameof(fileName));
        }

        if (WithoutFolder(fileName) != fileName)
        {
            throw new ArgumentException(
                "The file name contains a folder. Pass the name alone, without slashes or backslashes.", nameof(fileName));
        }
    }
}
