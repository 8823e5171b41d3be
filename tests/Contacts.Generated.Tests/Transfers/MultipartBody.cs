using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Sends an upload into memory, and reads the body again with the parser that ASP.NET Core servers use.</summary>
internal static class MultipartBody
{
    internal static async Task<byte[]> SerializeAsync(UploadContent upload, UploadBodyOptions? options = null)
    {
        using var content = await OpenAsync(upload, options ?? new UploadBodyOptions(), default);
        return await SerializeAsync(content);
    }

    /// <summary>A form with one file.</summary>
    internal static ValueTask<UploadBodyContent> OpenAsync(
        UploadContent upload, UploadBodyOptions options, CancellationToken cancellationToken, string partName = "file")
    {
        var body = new UploadBody("multipart/form-data", isForm: true) { Progress = options.Progress };
        body.Parts.Add(new BodyPart(partName, upload));
        return UploadBodyContent.OpenAsync(body, options, cancellationToken);
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
