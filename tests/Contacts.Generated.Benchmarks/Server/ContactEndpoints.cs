using System.Globalization;
using System.Text.Json;
using Contacts.Generated.Benchmarks.Contenders;
using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>Lists, reads and updates of contacts that are made when they are asked for.</summary>
internal sealed class ContactEndpoints
{
    private readonly ContactBytes _declared = new(withUnknown: false);
    private readonly ContactBytes _withUnknown = new(withUnknown: true);

    private ServerSettings _settings = new(Samples.PageSize, Latency: 0, WithUnknown: false);

    private ContactBytes Contacts => _settings.WithUnknown ? _withUnknown : _declared;

    public async Task ChangeAsync(HttpContext context)
    {
        _settings = (await context.Request.ReadFromJsonAsync<ServerSettings>(context.RequestAborted))!;
        context.Response.StatusCode = 204;
    }

    public async Task ListAsync(HttpContext context)
    {
        var (settings, query) = (_settings, context.Request.Query);
        if (settings.Latency > 0)
        {
            await Task.Delay(settings.Latency, context.RequestAborted);
        }

        await SendAsync(context, Contacts.Page(Number(query["skip"], 0), Number(query["limit"], 10), settings.Total));
    }

    public Task GetAsync(HttpContext context) => SendAsync(context, Contacts.Enveloped(IdOf(context)));

    /// <summary>Checks that the change came, and answers with it.</summary>
    public async Task UpdateAsync(HttpContext context)
    {
        using var change = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var fields = change.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(field => field.Name, field => field.Value.GetString());
        if (fields is { Count: 2 } && fields.GetValueOrDefault("display_name") == Samples.NewName
            && fields.GetValueOrDefault("remark") == Samples.NewRemark)
        {
            await SendAsync(context, Contacts.Renamed(IdOf(context), Samples.NewName));
            return;
        }

        context.Response.StatusCode = 400;
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static int Number(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    private static Task SendAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }
}
