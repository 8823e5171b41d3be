using System.Buffers;

namespace Contacts.Generated;

/// <summary>A body in a pooled buffer, read asynchronously up to a limit.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer;
    private bool _mayBeWritten;

    private BodyBuffer(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Bytes => new(_buffer, 0, Length);

    public int Length { get; private set; }

    /// <summary>Whether the body has more than what was read: it exceeds the limit, or reading it failed.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads a body to its end or to the limit.</summary>
    public static async ValueTask<BodyBuffer> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        var body = For(response, limit);

        // If this throws, the buffer is not returned to the pool: the abandoned read may still write into it.
        await body.FillAsync(await OpenAsync(response, cancellationToken).ConfigureAwait(false), limit, cancellationToken)
            .ConfigureAwait(false);
        return body;
    }

    /// <summary>Reads as much of a body as arrives before it ends, breaks off or the token is cancelled. Never throws.</summary>
    public static async ValueTask<BodyBuffer> ReadWhatComesAsync(
        HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        var body = For(response, limit);
        try
        {
            await body.FillAsync(await OpenAsync(response, cancellationToken).ConfigureAwait(false), limit, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception)
        {
            body.GiveUp();
        }

        return body;
    }

    /// <summary>Reads as much of a stream as arrives before it ends, breaks off or the token is cancelled. Never throws.</summary>
    public static async ValueTask<BodyBuffer> ReadWhatComesAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(FirstSize);
        try
        {
            await body.FillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            body.GiveUp();
        }

        return body;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        if (buffer.Length > 0 && !_mayBeWritten)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A server may announce any length, so beyond 1 MiB memory is rented as data arrives.</summary>
    private static BodyBuffer For(HttpResponseMessage response, long limit)
    {
        var announced = response.Content?.Headers.ContentLength ?? FirstSize;
        return new BodyBuffer((int)Math.Min(Math.Min(Math.Max(announced, 1), limit), 1 << 20) + 1);
    }

    /// <summary>On .NET Framework the content may be null if a handler set none.</summary>
    private static async ValueTask<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
#if NET8_0_OR_GREATER
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        return response.Content is { } content ? await content.ReadAsStreamAsync().ConfigureAwait(false) : Stream.Null;
#endif
    }

    private void GiveUp()
    {
        _mayBeWritten = true;
        IsTruncated = true;
    }

    private async ValueTask FillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Length == _buffer.Length)
            {
                Grow(limit);
            }

            var read = await stream.ReadSomeAsync(_buffer, Length, _buffer.Length - Length, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            Length += read;
            if (Length > limit)
            {
                Length = (int)limit;
                IsTruncated = true;
                return;
            }
        }
    }

    private void Grow(long limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

/// <summary>
/// Limits the reading of an unsuccessful response's body to a second: its contents are not worth a longer wait, and a server that sends a
/// byte now and then could hold up the caller for ever.
/// </summary>
internal sealed class ErrorBodyTimeout : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _abort;
    private ITimer? _timer;

    private ErrorBodyTimeout(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _abort = response.DisposeOn(_source.Token);
    }

    /// <summary>Reads a body and keeps as much as arrives within the limit.</summary>
    /// <param name="timeProvider">The clock. A timer is started only for a body that has not arrived yet.</param>
    /// <param name="response">The response; disposed when the limit is reached.</param>
    /// <param name="read">Reads until its token is cancelled.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async ValueTask<BodyBuffer> ReadAsync(
        TimeProvider timeProvider, HttpResponseMessage response, Func<CancellationToken, ValueTask<BodyBuffer>> read,
        CancellationToken cancellationToken)
    {
        using var limit = new ErrorBodyTimeout(response, cancellationToken);
        var reading = read(limit._source.Token);
        if (!reading.IsCompleted)
        {
            limit.Start(timeProvider);
        }

        return await reading.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _abort.Dispose();
        _source.Dispose();
    }

    private void Start(TimeProvider timeProvider) => _timer = timeProvider.CreateTimer(
        static source => ((CancellationTokenSource)source!).CancelSafely(), _source, _patience, Timeout.InfiniteTimeSpan);
}
