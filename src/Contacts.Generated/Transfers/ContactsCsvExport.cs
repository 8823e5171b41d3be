using System.Buffers;

namespace Contacts.Generated;

/// <summary>
/// An export of all contacts as CSV text, read from the network while it is being used. Dispose it to free the connection.
/// </summary>
/// <remarks>
/// The bytes are the server's own, a byte order mark included. A cell may begin with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>, which a
/// spreadsheet program takes for a formula. An export without any bytes is valid: there was nothing to export.
/// </remarks>
public sealed class ContactsCsvExport : IAsyncDisposable, IDisposable
{
    internal static readonly ResponseReader<ContactsCsvExport> ResponseReader = new CsvResponseReader();

    private readonly PeekableStream _content;
    private readonly IDisposable? _owner;
    private int _disposed;

    /// <summary>Makes an export, as a test or a fake client needs it.</summary>
    /// <param name="content">The CSV text; disposed with the export.</param>
    /// <param name="fileName">The name the server suggests.</param>
    /// <param name="length">Bytes in <paramref name="content"/>, if known.</param>
    /// <param name="contentType">The media type the server states.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is null or cannot be read, or <paramref name="length"/> is
    /// negative.</exception>
    public ContactsCsvExport(Stream content, string? fileName = null, long? length = null, string? contentType = null)
        : this(content, fileName, length, contentType, owner: null)
    {
    }

    internal ContactsCsvExport(Stream content, string? fileName, long? length, string? contentType, IDisposable? owner)
    {
        if (content is null)
        {
            throw new ArgumentNullException(nameof(content), "Give the stream that holds the CSV text.");
        }

        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: give one that is open and readable.", nameof(content));
        }

        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), "The length is negative: give the number of bytes, or leave it out.");
        }

        _content = content as PeekableStream ?? new PeekableStream(content);
        _owner = owner;
        FileName = fileName;
        Length = length;
        ContentType = contentType;
    }

    /// <summary>The CSV text, to be read once and forwards; usually UTF-8, with or without a byte order mark.</summary>
    public Stream Content => _content;

    /// <summary>The file name the server suggests, without a folder, or <see langword="null"/>.</summary>
    public string? FileName { get; }

    /// <summary>Bytes in all, or <see langword="null"/> when the server does not say.</summary>
    public long? Length { get; }

    /// <summary>The media type the server states, with its parameters, or <see langword="null"/>.</summary>
    public string? ContentType { get; }

    /// <summary>Copies what is left of <see cref="Content"/> to a stream, which stays open.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="progress">Told how far it is, on the thread that copies; what it throws ends the copy and reaches the caller.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    /// <returns>A task that is done when everything was written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is null or cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The export was disposed.</exception>
    /// <exception cref="ContactsInvalidResponseException">The content is not <see cref="Length"/> bytes long.</exception>
    /// <exception cref="ContactsConnectionException">The connection broke before the end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task CopyToAsync(Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (destination is null)
        {
            throw new ArgumentNullException(nameof(destination), "Give the stream to write to.");
        }

        if (!destination.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written: give one that is open and writable.", nameof(destination));
        }

        return Volatile.Read(ref _disposed) == 0
            ? CopyAsync(destination, new ProgressMeter(progress, Length), cancellationToken)
            : throw new ObjectDisposedException(nameof(ContactsCsvExport));
    }

    /// <summary>Frees the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _content.CloseAsync().ConfigureAwait(false);
            _owner?.Dispose();
        }
    }

    /// <summary>Frees the connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _content.Dispose();
            _owner?.Dispose();
        }
    }

    private async Task CopyAsync(Stream destination, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StreamExtensions.CopyBufferSize);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            meter.Start(_content.BytesRead);
            int read;
            while ((read = await _content.ReadSomeAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var offset = 0; offset < read;)
                {
                    var slice = meter.Slice(read - offset);
                    await destination.WriteAllAsync(buffer, offset, slice, cancellationToken).ConfigureAwait(false);
                    meter.Add(slice);
                    offset += slice;
                }
            }

            if (Length is { } length && _content.BytesRead != length)
            {
                throw new ContactsInvalidResponseException(ContactsInvalidResponseException.SomeSuccess);
            }

            meter.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
