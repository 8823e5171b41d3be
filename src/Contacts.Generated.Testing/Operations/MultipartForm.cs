using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated.Testing;

/// <summary>Finds the file in a multipart body.</summary>
internal static class MultipartForm
{
    /// <summary>The first part that is a file, whatever its name, byte for byte; null if there is none or the body is damaged.</summary>
    public static UploadedFile? FirstFile(string? contentType, ReadOnlySpan<byte> body)
    {
        if (BoundaryOf(contentType) is not { } boundary)
        {
            return null;
        }

        var delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        if (!body.StartsWith(delimiter.AsSpan(2)))
        {
            var first = body.IndexOf(delimiter);
            if (first < 0)
            {
                return null;
            }

            body = body[(first + 2)..];
        }

        body = body[(delimiter.Length - 2)..];
        while (body.StartsWith("\r\n"u8))
        {
            body = body[2..];
            var headersEnd = body.IndexOf("\r\n\r\n"u8);
            if (headersEnd < 0)
            {
                return null;
            }

            var content = body[(headersEnd + 4)..];
            var contentEnd = content.IndexOf(delimiter);
            if (contentEnd < 0)
            {
                return null;
            }

            if (FileOf(Encoding.UTF8.GetString(body[..headersEnd]), content[..contentEnd]) is { } file)
            {
                return file;
            }

            body = content[(contentEnd + delimiter.Length)..];
        }

        return null;
    }

    private static string? BoundaryOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !string.Equals(type.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var boundary = type.Parameters.FirstOrDefault(item => string.Equals(item.Name, "boundary", StringComparison.OrdinalIgnoreCase));
        return boundary?.Value?.Trim('"') is { Length: > 0 } value ? value : null;
    }

    private static UploadedFile? FileOf(string headers, ReadOnlySpan<byte> content)
    {
        string? fileName = null;
        var contentType = "application/octet-stream";
        foreach (var line in headers.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].Trim();
            switch (line[..Math.Max(colon, 0)].ToLowerInvariant())
            {
                case "content-disposition" when ContentDispositionHeaderValue.TryParse(value, out var disposition):
                    fileName = disposition.FileNameStar ?? disposition.FileName?.Trim('"');
                    break;
                case "content-type" when MediaTypeHeaderValue.TryParse(value, out var type) && Ascii.IsValid(value):
                    contentType = type.ToString();
                    break;
            }
        }

        return fileName is null ? null : new UploadedFile(fileName, contentType, content.ToArray());
    }
}
