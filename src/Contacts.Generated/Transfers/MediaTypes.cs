using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>The media type of an uploaded file: the given one, or else that of its extension.</summary>
internal static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    public static string Choose(string? contentType, string fileName) =>
        contentType is null ? OfExtension(fileName) : Checked(contentType);

    private static string Checked(string contentType)
    {
        var trimmed = contentType.Trim();
        return IsPrintableAscii(trimmed) && MediaTypeHeaderValue.TryParse(trimmed, out var parsed) && !parsed.MediaType!.Contains('*')
            ? trimmed
            : throw new ArgumentException(
                "The content type is not a media type. Pass one such as image/png, or leave it out to use that of the file's extension.",
                nameof(contentType));
    }

    /// <summary>A line break would allow a value to add headers of its own.</summary>
    private static bool IsPrintableAscii(string value)
    {
        foreach (var character in value)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string OfExtension(string fileName)
    {
        var name = UploadContent.WithoutFolder(fileName);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? Unknown : name.Substring(dot + 1).ToLowerInvariant() switch
        {
            "png" => "image/png",
            "jpg" or "jpeg" or "jfif" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "svg" => "image/svg+xml",
            "bmp" => "image/bmp",
            "ico" => "image/x-icon",
            "heic" => "image/heic",
            "heif" => "image/heif",
            "avif" => "image/avif",
            "tif" or "tiff" => "image/tiff",
            "pdf" => "application/pdf",
            "csv" => "text/csv",
            "txt" => "text/plain",
            "vcf" => "text/vcard",
            "htm" or "html" => "text/html",
            "json" => "application/json",
            "xml" => "application/xml",
            "zip" => "application/zip",
            "mp3" => "audio/mpeg",
            "m4a" => "audio/mp4",
            "wav" => "audio/wav",
            "ogg" => "audio/ogg",
            "mp4" => "video/mp4",
            "mpg" or "mpeg" => "video/mpeg",
            "mov" => "video/quicktime",
            "webm" => "video/webm",
            "doc" => "application/msword",
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xls" => "application/vnd.ms-excel",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt" => "application/vnd.ms-powerpoint",
            "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            _ => Unknown,
        };
    }
}
