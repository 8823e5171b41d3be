using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
        var contacts = new ContactEndpoints();
        app.MapPut("/settings", contacts.ChangeAsync);
        app.MapGet(Root + "contacts", contacts.ListAsync);
        app.MapGet(Root + "contacts/_export_csv", TransferEndpoints.ExportAsync);
        app.MapPost(Root + "contacts/_fileupload", TransferEndpoints.UploadAsync);
        app.MapGet(Root + "contacts/{id}", contacts.GetAsync);
        app.MapPut(Root + "contacts/{id}", contacts.UpdateAsync);
        await app.StartAsync();

        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
