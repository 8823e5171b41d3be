using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Contacts.Generated;

/// <summary>
/// Reads gzip (RFC 1952) to its very end: one member or several in a row, each checked against its checksum and size, and nothing after
/// them. The framework's own stream accepts truncated data as complete, and ignores what follows it.
/// </summary>
internal sealed class GzipReadStream(Stream compressed) : ReadOnlyStream
{
    private const int HeaderLength = 10;
    private const byte HasHeaderChecksum = 0x02;
    private const byte HasExtraField = 0x04;
    private const byte HasName = 0x08;
    private const byte HasComment = 0x10;
    private const byte Reserved = 0xE0;

    private readonly GzipSource _source = new(compressed);
    private readonly Crc32 _checksum = new();
    private DeflateStream? _member;
    private uint _size;
    private bool _isFirst = true;
    private bool _ended;

    protected override async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty && await IsInMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            var read = await _member!.ReadSomeAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                return Count(buffer.Span.Slice(0, read));
            }

            await EndMemberAsync(cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            compressed.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<byte> read)
    {
        _checksum.Append(read);
        _size += (uint)read.Length;
        return read.Length;
    }

    /// <summary>Whether there is a member to read; begins the next one if the last has ended.</summary>
    private async ValueTask<bool> IsInMemberAsync(CancellationToken cancellationToken)
    {
        if (_member is not null || _ended)
        {
            return !_ended;
        }

        if (!_isFirst && await _source.IsAtEndAsync(cancellationToken).ConfigureAwait(false))
        {
            _ended = true;
            return false;
        }

        await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        _isFirst = false;
        _member = new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private async ValueTask ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var header = await _source.TakeAsync(HeaderLength, cancellationToken).ConfigureAwait(false);
        var flags = header[3];
        if (!IsMemberStart(header) || header[2] != 8 || (flags & Reserved) != 0)
        {
            throw new InvalidDataException("The compressed data is not gzip.");
        }

        if ((flags & HasExtraField) != 0)
        {
            var length = await _source.TakeAsync(2, cancellationToken).ConfigureAwait(false);
            await _source.TakeAsync(length[0] | length[1] << 8, cancellationToken).ConfigureAwait(false);
        }

        for (var texts = (flags & HasName) / HasName + (flags & HasComment) / HasComment; texts > 0; texts--)
        {
            await SkipTextAsync(cancellationToken).ConfigureAwait(false);
        }

        if ((flags & HasHeaderChecksum) != 0)
        {
            await _source.TakeAsync(2, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Skips a zero-terminated string. It stands for a file name or a comment, so it is limited.</summary>
    private async ValueTask SkipTextAsync(CancellationToken cancellationToken)
    {
        for (var length = 0; length < 32 * 1024; length++)
        {
            if ((await _source.TakeAsync(1, cancellationToken).ConfigureAwait(false))[0] == 0)
            {
                return;
            }
        }

        throw new InvalidDataException("The header of the compressed data does not end.");
    }

    private async ValueTask EndMemberAsync(CancellationToken cancellationToken)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), _size);
        if (!await _source.PassAsync(trailer, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidDataException("The compressed data is truncated, or its checksum does not match.");
        }

        _member!.Dispose();
        _member = null;
        _checksum.Reset();
        _size = 0;
    }

    internal static bool IsMemberStart(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}
