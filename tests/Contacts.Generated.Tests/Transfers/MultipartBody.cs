using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Contacts.Generated.Tests;

/// <summary>Sends an upload into memory, and reads the body again with the parser that ASP.NET Core servers use.</summary>
internal static class MultipartBody
{
    internal static async Task<byte[]> SerializeAsync(UploadContent upload, MultipartUploadOptions? options = null)
    {
        using var content = await MultipartUploadContent.OpenAsync(upload, options ?? new MultipartUploadOptions(), default);
        return await SerializeAsync(content);
    }

    internal static async Task<byte[]> SerializeAsync(HttpContent content)
    {
        using var target = new MemoryStream();
        await content.CopyToAsync(target);
        return target.ToArray();
    }

    /// <summary>Name, file name, content type and bytes of each part.</summary>
    internal static async Task<List<(string Name, string? FileName, string? ContentType, byte[] Bytes)>> ParseAsync(HttpContent content)
    {
        var boundary = MediaTypeHeaderValue.Parse(content.Headers.ContentType!.ToString()).Boundary.Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(await SerializeAsync(content)));
        var parts = new List<(string, string?, string?, byte[])>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            var disposition = section.GetContentDispositionHeader()!;
            parts.Add((disposition.Name.Value!, disposition.FileName.Value, section.ContentType, bytes.ToArray()));
        }

        return parts;
    }

    internal static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
