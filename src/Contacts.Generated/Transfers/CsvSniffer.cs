namespace Contacts.Generated;

/// <summary>Tells from its first bytes what cannot be CSV text: JSON, HTML or XML, and compressed data.</summary>
internal static class CsvSniffer
{
    private const byte FirstByteOfGzip = 0x1F;

    /// <summary>Whether it may be CSV, or <see langword="null"/> when more bytes are needed to say.</summary>
    internal static bool? MayBeCsv(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> utf8Mark = [0xEF, 0xBB, 0xBF];
        if (start.Length < utf8Mark.Length && utf8Mark.StartsWith(start))
        {
            return null;
        }

        if (start.StartsWith("x"u8) && (start.Length == 1 || IsSecondByteOfDeflate(start[1])))
        {
            return start.Length == 1 ? null : false;
        }

        foreach (var value in start.StartsWith(utf8Mark) ? start.Slice(utf8Mark.Length) : start)
        {
            if (!IsBlank(value))
            {
                return value is not ((byte)'{' or (byte)'[' or (byte)'<' or FirstByteOfGzip);
            }
        }

        return null;
    }

    /// <summary>Compressed data may begin with a letter, and then goes on with what no text has.</summary>
    private static bool IsSecondByteOfDeflate(byte value) => value is 0x01 or 0x9C or 0xDA;

    /// <summary>The marks and the empty halves of UTF-16 count as blank: the same characters open it.</summary>
    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x00 or 0xFE or 0xFF;
}
