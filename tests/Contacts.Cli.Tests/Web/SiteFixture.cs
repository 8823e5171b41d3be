using System.Text;
using System.Text.Json;
using Contacts.Cli.Web;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Web;

/// <summary>An emulator with its pages and its control endpoints, and a plain HTTP client for it.</summary>
internal sealed class SiteFixture : IDisposable
{
    public SiteFixture()
    {
        var site = new EmulatorSite();
        Emulator = ContactsEmulator.Start(site.AddTo);
        site.Emulator = Emulator;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Emulator.GatewayUrl };
    }

    public ContactsEmulator Emulator { get; }

    public HttpClient Http { get; }

    public string Address => Emulator.GatewayUrl.GetLeftPart(UriPartial.Authority);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    /// <summary>The list of requests, once it has this number: a response arrives a moment before the request is done with.</summary>
    public async Task<JsonElement> RequestsAsync(long number)
    {
        using var response = await GetAsync($"/__emulator/events?after={number - 1}");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await events.ReadLineAsync() is { } line && !line.StartsWith("id: ", StringComparison.Ordinal))
        {
            // The lines before the first event.
        }

        return await JsonAsync("/__emulator/requests");
    }

    public void Dispose()
    {
        Http.Dispose();
        Emulator.Dispose();
    }
}
