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

    /// <summary>Skips a zero-terminated string, a file name or a comment, up to a limit.</summary>
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

    public static bool IsMemberStart(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

/// <summary>
/// The compressed bytes as a stream for the inflater, which reads further than it needs. The bytes it was given last are kept, so that the
/// end of its data can be found in them: directly before a matching checksum and size. It is given little at first, and later at most a
/// quarter of what it had of the same member, so that the bytes that are searched can never contain a second, identical member.
/// </summary>
internal sealed class GzipSource(Stream compressed) : ReadOnlyStream
{
    private const int ReadSize = 8 * 1024;

    // One read, plus room for the bytes that were given last, a trailer, and the start of the next member.
    private readonly byte[] _buffer = new byte[3 * ReadSize];
    private int _start;
    private int _end;
    private int _handed;
    private long _handedOfMember;
    private bool _isAtEnd;
    private bool _wasCut;

    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellationToken) =>
        !await FillAsync(1, cancellationToken).ConfigureAwait(false);

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="InvalidDataException">Fewer bytes are left.</exception>
    public async ValueTask<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var taken = new byte[count];
        for (var done = 0; done < count;)
        {
            if (!await FillAsync(1, cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidDataException("The compressed data is truncated.");
            }

            var available = Math.Min(count - done, _end - _start);
            Array.Copy(_buffer, _start, taken, done, available);
            _start += available;
            done += available;
        }

        return taken;
    }

    /// <summary>
    /// Skips the trailer of a member, which begins somewhere in the bytes that were given last or directly after them. Only a trailer that
    /// is followed by the end or another member counts, since its bytes may also occur in the data by chance.
    /// </summary>
    /// <returns>Whether the trailer was found.</returns>
    public async ValueTask<bool> PassAsync(byte[] trailer, CancellationToken cancellationToken)
    {
        if (_wasCut)
        {
            return false;
        }

        await FillAsync(trailer.Length + 2, cancellationToken).ConfigureAwait(false);
        for (var place = _start - _handed; place <= _start && place + trailer.Length <= _end; place++)
        {
            var behind = place + trailer.Length;
            if (_buffer.AsSpan(place, trailer.Length).SequenceEqual(trailer)
                && (behind == _end || GzipReadStream.IsMemberStart(_buffer.AsSpan(behind, _end - behind))))
            {
                _start = behind;
                _handed = 0;
                _handedOfMember = 0;
                return true;
            }
        }

        return false;
    }

    protected override async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _handed = 0;
        _wasCut = !await FillAsync(1, cancellationToken).ConfigureAwait(false);
        return Hand(buffer.Span);
    }

    private int Hand(Span<byte> destination)
    {
        var most = Math.Max(1, Math.Min(_handedOfMember / 4, ReadSize));
        _handed = (int)Math.Min(most, Math.Min(destination.Length, _end - _start));
        _handedOfMember += _handed;
        _buffer.AsSpan(_start, _handed).CopyTo(destination);
        _start += _handed;
        return _handed;
    }

    /// <summary>Reads until that many bytes are available or the data ends; keeps what was given last.</summary>
    /// <returns>Whether that many bytes are available.</returns>
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count && !_isAtEnd)
        {
            var kept = _start - _handed;
            Array.Copy(_buffer, kept, _buffer, 0, _end - kept);
            (_start, _end) = (_handed, _end - kept);
            var read = await compressed.ReadSomeAsync(_buffer, _end, ReadSize, cancellationToken).ConfigureAwait(false);
            _isAtEnd = read == 0;
            _end += read;
        }

        return _end - _start >= count;
    }
}
