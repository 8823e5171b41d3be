using System.Text;

namespace Contacts.Generated;

/// <summary>Writes the parts of a continuation: numbers in 7-bit groups, texts with their length.</summary>
internal sealed class PageTokenWriter
{
    private readonly List<byte> _bytes = new(256);

    public byte[] ToArray() => [.. _bytes];

    public void Write(byte[] bytes) => _bytes.AddRange(bytes);

    public void Write(int number)
    {
        var rest = (uint)number;
        for (; rest > 0x7F; rest >>= 7)
        {
            _bytes.Add((byte)(rest | 0x80));
        }

        _bytes.Add((byte)rest);
    }

    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        Write(bytes);
    }
}
