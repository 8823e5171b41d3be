using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace Contacts.Generated.TestKit;

/// <summary>A part of a form, as the parser that ASP.NET Core servers use reads it.</summary>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, byte[] Bytes)
{
    /// <exception cref="FormatException">The body is no form.</exception>
    public static IReadOnlyList<MultipartPart> ReadAll(string contentType, byte[] body)
    {
        var boundary = MediaTypeHeaderValue.Parse(contentType).Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value
            ?? throw new FormatException("the media type has no boundary.");
        var reader = new MultipartReader(boundary.Trim('"'), new MemoryStream(body));
        try
        {
            return Read(reader).ToBlockingEnumerable().ToList();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static async IAsyncEnumerable<MultipartPart> Read(MultipartReader reader)
    {
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            var disposition = section.GetContentDispositionHeader() ?? throw new FormatException("a part has no name.");
            yield return new MultipartPart(disposition.Name.Value!, disposition.FileName.Value, section.ContentType, bytes.ToArray());
        }
    }
}
