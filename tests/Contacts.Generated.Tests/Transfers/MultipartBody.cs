using System.Text;

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

    internal static async Task<IReadOnlyList<MultipartPart>> ParseAsync(HttpContent content) =>
        MultipartPart.ReadAll(content.Headers.ContentType!.ToString(), await SerializeAsync(content));

    internal static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
