using System.Buffers;

namespace Contacts.Generated;

/// <summary>A body in a pooled buffer, read asynchronously up to a limit.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer;

    private BodyBuffer(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Bytes => new(_buffer, 0, Length);

    public int Length { get; private set; }

    /// <summary>Whether the body went on after the limit.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads a body. A transfer's watch is told about every byte that comes.</summary>
    public static async ValueTask<BodyBuffer> ReadAsync(HttpResponseMessage response, long limit, IdleWatch? watch, CancellationToken cancellationToken)
    {
        // A server may name any length; memory is taken for what arrives.
        var announced = response.Content?.Headers.ContentLength ?? FirstSize;
        var body = new BodyBuffer((int)Math.Min(Math.Min(Math.Max(announced, 1), limit), 1 << 20) + 1);
        if (response.Content is { } content)
        {
#if NET8_0_OR_GREATER
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif

            // When this throws, the pool does not get the buffer back: a read that was cut off may still write into it.
            await body.FillAsync(stream, limit, watch, cancellationToken).ConfigureAwait(false);
        }

        return body;
    }

    /// <summary>Reads what a stream has.</summary>
    public static async ValueTask<BodyBuffer> ReadAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(FirstSize);
        await body.FillAsync(stream, limit, watch: null, cancellationToken).ConfigureAwait(false);
        return body;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask FillAsync(Stream stream, long limit, IdleWatch? watch, CancellationToken cancellationToken)
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

            watch?.Restart();
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
