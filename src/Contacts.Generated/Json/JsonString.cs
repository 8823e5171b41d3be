using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Contacts.Generated;

/// <summary>Reads texts and names that may not be Unicode: bytes that are not UTF-8, or an escape for half a surrogate pair.</summary>
internal static class JsonString
{
    /// <summary>
    /// Does the same in half the time as long as all texts are Unicode. The library throws where one is not, so that its way is not taken
    /// again then.
    /// </summary>
    /// <param name="reader">The reader, on a string or a name.</param>
    /// <param name="isDoubtful">Whether a text of the document was not Unicode.</param>
    /// <param name="isUnicode">Whether nothing had to be replaced in this one.</param>
    public static string Read(ref Utf8JsonReader reader, ref bool isDoubtful, out bool isUnicode)
    {
        if (!isDoubtful)
        {
            try
            {
                isUnicode = true;
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                isDoubtful = true;
            }
        }

        return Read(ref reader, out isUnicode);
    }

    /// <summary>Reads the text that the reader stands on. U+FFFD stands for what is not Unicode, so that it can be written again.</summary>
    /// <param name="reader">The reader, on a string or a name.</param>
    /// <param name="isUnicode">Whether nothing had to be replaced.</param>
    public static string Read(ref Utf8JsonReader reader, out bool isUnicode)
    {
        var utf8 = reader.ValueSpan.ToArray();
        var text = Encoding.UTF8.GetString(utf8);
        isUnicode = text.IndexOf('\uFFFD') < 0 || Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(utf8);
        if (!reader.ValueIsEscaped)
        {
            return text;
        }

        // The reader has checked the escapes, and those of JSON mean the same in a regular expression.
        var unescaped = Regex.Unescape(text);
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(unescaped));
        isUnicode &= string.Equals(text, unescaped, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether the name that the reader stands on is a certain one. A name that is not Unicode is none.</summary>
    public static bool IsName(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(Read(ref reader, out _)).AsSpan().SequenceEqual(name)
            : reader.ValueSpan.SequenceEqual(name);
}
