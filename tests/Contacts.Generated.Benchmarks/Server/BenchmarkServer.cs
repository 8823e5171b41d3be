using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>A plain Kestrel server that answers what the benchmarks ask for, as fast as it can.</summary>
internal static class BenchmarkServer
{
    private const string Root = "/channel-service/v1/";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.MinResponseDataRate = null;
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        await using var app = builder.Build();
        app.MapGet(Root + "contacts/_export_csv", ExportAsync);
        app.MapPost(Root + "contacts/_fileupload", UploadAsync);
        app.MapGet(Root + "contacts/{id}", (string id) => Results.Bytes(Encoding.UTF8.GetBytes($$$"""{"data":{"id":"{{{id}}}","display_name":"Test Person"}}"""), "application/json"));
        await app.StartAsync();

        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Sends ?bytes= bytes of CSV.</summary>
    private static async Task ExportAsync(HttpContext context)
    {
        var left = long.Parse(context.Request.Query["bytes"].FirstOrDefault() ?? context.Request.Query["sort"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
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

    private static async Task UploadAsync(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"url":"https://files.example.com/x.png"}""", context.RequestAborted);
    }
}
