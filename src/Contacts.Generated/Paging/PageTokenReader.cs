using System.Text;

namespace Contacts.Generated;

/// <summary>Reads what <see cref="PageTokenWriter"/> wrote; -1 and null where the bytes do not fit.</summary>
internal sealed class PageTokenReader(byte[] bytes, int offset, int end)
{
    private int _offset = offset;

    public bool AtEnd => _offset == end;

    public int ReadNumber()
    {
        var value = 0L;
        for (var shift = 0; shift < 35 && _offset < end; shift += 7)
        {
            var group = bytes[_offset++];
            value |= (long)(group & 0x7F) << shift;
            if (group < 0x80)
            {
                return value > int.MaxValue ? -1 : (int)value;
            }
        }

        return -1;
    }

    public string? ReadText()
    {
        var length = ReadNumber();
        if (length < 0 || length > end - _offset)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, _offset, length);
        _offset += length;
        return text;
    }
}
