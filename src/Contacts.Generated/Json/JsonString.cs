using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Contacts.Generated;

/// <summary>Reads strings and names that may not be valid Unicode: bytes that are not UTF-8, or an escaped unpaired surrogate.</summary>
internal static class JsonString
{
    /// <summary>
    /// Reads in half the time as long as all strings of the document are valid. The library throws where one is not, which is slow, so from
    /// then on the other overload is used.
    /// </summary>
    /// <param name="reader">The reader, on a string or a name.</param>
    /// <param name="isDoubtful">Whether an earlier string of the document was invalid.</param>
    /// <param name="isUnicode">Whether this string is valid, so that nothing had to be replaced.</param>
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

    /// <summary>
    /// Reads the string at which the reader is positioned. Anything invalid becomes U+FFFD, so that it can be written again.
    /// </summary>
    /// <param name="reader">The reader, on a string or a name.</param>
    /// <param name="isUnicode">Whether the string is valid, so that nothing had to be replaced.</param>
    public static string Read(ref Utf8JsonReader reader, out bool isUnicode)
    {
        var utf8 = reader.ValueSpan.ToArray();
        var text = Encoding.UTF8.GetString(utf8);
        isUnicode = text.IndexOf('\uFFFD') < 0 || Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(utf8);
        if (!reader.ValueIsEscaped)
        {
            return text;
        }

        // The reader has checked the escapes, and those that JSON allows mean the same in a regular expression.
        var unescaped = Regex.Unescape(text);
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(unescaped));
        isUnicode &= string.Equals(text, unescaped, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether the reader is positioned at this name. A name that is not valid Unicode equals none.</summary>
    public static bool IsName(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(Read(ref reader, out _)).AsSpan().SequenceEqual(name)
            : reader.ValueSpan.SequenceEqual(name);
}
