using System.Globalization;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// What stands around the file's bytes in a <c>multipart/form-data</c> body (RFC 7578). Names are written as browsers write them, which
/// is what servers are tested with: UTF-8 as it is, no <c>filename*</c>, and percent escapes for what would end the quoted string.
/// </summary>
internal static class MultipartFraming
{
    internal static byte[] Opening(MultipartUploadOptions options, string fileName, string mediaType)
    {
        var text = new StringBuilder();
        foreach (var field in options.Fields)
        {
            BeginPart(text, options.Boundary, field.Key).Append("\r\n\r\n").Append(field.Value).Append("\r\n");
        }

        BeginPart(text, options.Boundary, options.PartName).Append("; filename=\"");
        AppendEscaped(text, fileName).Append("\"\r\nContent-Type: ").Append(mediaType).Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static byte[] Closing(MultipartUploadOptions options) => Encoding.UTF8.GetBytes($"\r\n--{options.Boundary}--\r\n");

    private static StringBuilder BeginPart(StringBuilder text, string boundary, string name)
    {
        text.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"");
        return AppendEscaped(text, name).Append('"');
    }

    /// <summary>Beyond the quote and the line breaks, other control characters are escaped too: parsers refuse headers that have them.</summary>
    private static StringBuilder AppendEscaped(StringBuilder text, string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\x7F' or (< ' ' and not '\t'))
            {
                text.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text;
    }
}
