using System.Text;
using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Talks to an emulator without the SDK.</summary>
internal sealed class EmulatorHttp : IDisposable
{
    public const string Root = "/channel-service/v1";

    private readonly HttpClient _client;

    public EmulatorHttp(ContactsEmulator emulator, bool withKey = true)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = emulator.GatewayUrl };
        if (withKey)
        {
            _client.DefaultRequestHeaders.Add("x-api-key", "api_test_key");
        }
    }

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    /// <summary>Sends to a path below the service's root.</summary>
    public Task<HttpResponseMessage> SendAsync(
        string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers) =>
        SendToAsync(method, Root + path, content, headers);

    /// <summary>Sends to a path of the gateway.</summary>
    public Task<HttpResponseMessage> SendToAsync(
        string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    /// <summary>The body of a success.</summary>
    public async Task<JsonElement> JsonAsync(string method, string path, HttpContent? content = null)
    {
        using var response = await SendAsync(method, path, content);
        ((int)response.StatusCode).Should().Be(200, "of {0} {1}", method, path);
        return await ReadAsync(response);
    }

    public Task<JsonElement> GetAsync(string path) => JsonAsync("GET", path);

    public Task<byte[]> DownloadAsync(string address) => _client.GetByteArrayAsync(address);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    public void Dispose() => _client.Dispose();
}
