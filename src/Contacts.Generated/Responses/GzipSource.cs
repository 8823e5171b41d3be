namespace Contacts.Generated;

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
