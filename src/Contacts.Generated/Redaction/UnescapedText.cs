using System.Net;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// A text without its escapes (of URLs, forms, JSON and HTML, also nested), which knows where each character came from, so that a value can
/// be found however it was escaped.
/// </summary>
internal sealed class UnescapedText
{
    /// <summary>Escapes can be nested: a proxy may put a URL into JSON and that into HTML.</summary>
    private const int MaxRounds = 4;

    private const int LongestEntity = 12;

    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private UnescapedText(string text, int[]? starts, int[]? ends)
    {
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    public string Text { get; }

    public static UnescapedText Of(string text)
    {
        var plain = new UnescapedText(text, null, null);
        for (var round = 0; round < MaxRounds && plain.Text.IndexOfAny(['%', '+', '\\', '&']) >= 0; round++)
        {
            plain = plain.Unescape();
        }

        return plain;
    }

    /// <summary>The position of a piece in the original text.</summary>
    public (int From, int To) Given(int from, int to) => (StartOf(from), EndOf(to - 1));

    private int StartOf(int index) => _starts is null ? index : _starts[index];

    private int EndOf(int index) => _ends is null ? index + 1 : _ends[index];

    private UnescapedText Unescape()
    {
        var text = new StringBuilder(Text.Length);
        var starts = new List<int>(Text.Length);
        var ends = new List<int>(Text.Length);
        for (var at = 0; at < Text.Length;)
        {
            var length = Read(at, out var unescaped);
            foreach (var character in unescaped)
            {
                text.Append(character);
                starts.Add(StartOf(at));
                ends.Add(EndOf(at + length - 1));
            }

            at += length;
        }

        return new UnescapedText(text.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>Reads one character, escaped or not.</summary>
    /// <returns>The number of characters that it is written with.</returns>
    private int Read(int at, out string character)
    {
        var length = 0;
        character = "";
        switch (Text[at])
        {
            case '+':
                character = " ";
                return 1;
            case '%':
                length = ReadPercent(at, out character);
                break;
            case '\\':
                length = ReadBackslash(at, out character);
                break;
            case '&':
                length = ReadEntity(at, out character);
                break;
        }

        if (length == 0)
        {
            character = Text[at].ToString();
            return 1;
        }

        return length;
    }

    /// <summary>Reads as many escaped bytes as form one UTF-8 character.</summary>
    private int ReadPercent(int at, out string character)
    {
        character = "";
        if (!TryReadHex(at + 1, 2, out var first))
        {
            return 0;
        }

        var count = first switch { < 0x80 => 1, >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        var bytes = new byte[count];
        for (var index = 0; index < count; index++)
        {
            var escape = at + (3 * index);
            if (escape >= Text.Length || Text[escape] != '%' || !TryReadHex(escape + 1, 2, out var value))
            {
                return 0;
            }

            bytes[index] = (byte)value;
        }

        character = Encoding.UTF8.GetString(bytes);
        return 3 * count;
    }

    private int ReadBackslash(int at, out string character)
    {
        var next = at + 1 < Text.Length ? Text[at + 1] : '\0';
        if (next == 'u' && TryReadHex(at + 2, 4, out var unit))
        {
            character = ((char)unit).ToString();
            return 6;
        }

        character = next switch
        {
            '"' or '\'' or '\\' or '/' => next.ToString(),
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            _ => "",
        };
        return character.Length == 0 ? 0 : 2;
    }

    private int ReadEntity(int at, out string character)
    {
        character = "";
        var end = Text.IndexOf(';', at, Math.Min(LongestEntity, Text.Length - at));
        if (end < 0)
        {
            return 0;
        }

        var entity = Text.Substring(at, end + 1 - at);
        character = WebUtility.HtmlDecode(entity);
        return character == entity ? 0 : entity.Length;
    }

    private bool TryReadHex(int at, int digits, out int value)
    {
        value = 0;
        for (var end = at + digits; at < end; at++)
        {
            var digit = at < Text.Length ? "0123456789ABCDEF".IndexOf(char.ToUpperInvariant(Text[at])) : -1;
            if (digit < 0)
            {
                return false;
            }

            value = (value * 16) + digit;
        }

        return true;
    }
}
