using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>Uploads and exports of any size.</summary>
internal static class TransferEndpoints
{
    /// <summary>Sends ?bytes= bytes of CSV; ours can only say so by the order it asks for.</summary>
    public static async Task ExportAsync(HttpContext context)
    {
        var left = long.Parse(context.Request.Query["bytes"]
            .FirstOrDefault() ?? context.Request.Query["sort"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/csv";
        context.Response.ContentLength = left;
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)'a');
        while (left > 0)
        {
            var count = (int)Math.Min(left, block.Length);
            await context.Response.Body.WriteAsync(block.AsMemory(0, count), context.RequestAborted);
            left -= count;
        }
    }

    public static async Task UploadAsync(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"url":"https://files.example.com/x.png"}""", context.RequestAborted);
    }
}
