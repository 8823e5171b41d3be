using System.Text;

namespace Contacts.Generated;

/// <summary>Turns the bytes of an error body into text for <c>GetResponseBody()</c>. It never throws, whatever the bytes are.</summary>
internal static class BodyText
{
    /// <summary>How much of a body an exception keeps.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Marks where a longer body was cut off.</summary>
    public const string CutMark = "\n[cut after 64 KiB]";

    /// <param name="body">The bytes that were read.</param>
    /// <param name="charset">The charset of the response, or <see langword="null"/>.</param>
    /// <param name="truncated">Whether the reader stopped before the end of the body.</param>
    /// <returns>The text, with invalid bytes replaced, or <see langword="null"/> if there is no body.</returns>
    public static string? Decode(ReadOnlyMemory<byte> body, string? charset, bool truncated = false)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var cut = truncated || body.Length > MaxBytes;
        var bytes = body.Slice(0, Math.Min(body.Length, MaxBytes)).ToArray();
        var encoding = EncodingOf(charset);
        var bom = BomLength(bytes, encoding);

        // Without a flush, the decoder drops a character that the cut has split.
        var decoder = encoding.GetDecoder();
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var count = decoder.GetChars(bytes, bom, bytes.Length - bom, characters, 0, flush: !cut);
        var text = new string(characters, 0, count);
        return cut ? text + CutMark : text;
    }

    /// <summary>The encoding of that charset if this platform has it, or else UTF-8. Invalid bytes become U+FFFD.</summary>
    public static Encoding EncodingOf(string? charset)
    {
        var name = charset?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name) || string.Equals(name, "utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }

    private static int BomLength(byte[] bytes, Encoding encoding)
    {
        var bom = encoding.GetPreamble();
        return bom.Length > 0 && bytes.AsSpan().StartsWith(bom) ? bom.Length : 0;
    }
}
