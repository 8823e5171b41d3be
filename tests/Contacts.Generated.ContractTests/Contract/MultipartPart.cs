using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated.ContractTests;

/// <summary>A part of a form.</summary>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, byte[] Content)
{
    /// <exception cref="FormatException">The body is no form.</exception>
    public static IReadOnlyList<MultipartPart> ReadAll(string contentType, byte[] body)
    {
        var boundary = MediaTypeHeaderValue.Parse(contentType).Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"')
            ?? throw new FormatException("the media type has no boundary.");

        // One char for each byte, so that positions in the text are positions in the body.
        var text = "\r\n" + Encoding.Latin1.GetString(body);
        var pieces = text.Split("\r\n--" + boundary);
        if (pieces.Length < 2 || pieces[0].Length > 0 || pieces[^1] != "--\r\n")
        {
            throw new FormatException("the boundaries are not where they must be.");
        }

        return [.. pieces[1..^1].Select(Read)];
    }

    private static MultipartPart Read(string piece)
    {
        var headersEnd = piece.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (headersEnd < 0 || !piece.StartsWith("\r\n", StringComparison.Ordinal))
        {
            throw new FormatException("a part has no headers.");
        }

        var headers = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(piece[2..headersEnd])).Split("\r\n").Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var disposition = ContentDispositionHeaderValue.Parse(headers["Content-Disposition"]);
        return new MultipartPart(
            disposition.Name!.Trim('"'),
            disposition.FileNameStar ?? disposition.FileName?.Trim('"'),
            headers.GetValueOrDefault("Content-Type"),
            Encoding.Latin1.GetBytes(piece[(headersEnd + 4)..]));
    }
}
