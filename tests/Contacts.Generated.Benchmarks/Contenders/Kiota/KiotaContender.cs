using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Contacts.Generated.Benchmarks.Contenders.Kiota;

/// <summary>Kiota's runtime libraries with a minimal client made by hand, its request builders left out.</summary>
#pragma warning disable CA1001 // lives as long as its process, like every contender
internal sealed class KiotaContender : IContender
#pragma warning restore CA1001
{
    private const string OneContact = "{+baseurl}/contacts/{id}";

    private readonly HttpClientRequestAdapter _adapter;

    public KiotaContender(Uri gateway)
    {
        ApiClientBuilder.RegisterDefaultSerializer<Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory>();

        // Its provider of API keys refuses plain HTTP, also on the loopback.
        var http = KiotaClientFactory.Create();
        http.DefaultRequestHeaders.Add("x-api-key", Samples.ApiKey);
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = new Uri(gateway, "channel-service/v1").AbsoluteUri,
        };
    }

    public async Task<int> ListAsync() => (await PageAsync()).Data!.Count;

    public async Task<string?> GetAsync(string id) =>
        (await _adapter.SendAsync(Request(Method.GET, OneContact, ("id", id)), KiotaEnvelope.CreateFromDiscriminatorValue))!.Data!.Id;

    public async Task<string?> UpdateAsync(string id)
    {
        var request = Request(Method.PUT, OneContact, ("id", id));
        request.SetContentFromParsable(
            _adapter, "application/json", new KiotaUpdate { DisplayName = Samples.NewName, Remark = Samples.NewRemark });
        return (await _adapter.SendAsync(request, KiotaContact.CreateFromDiscriminatorValue))!.DisplayName;
    }

    public async Task<string> ListAsJsonAsync() => await KiotaJsonSerializer.SerializeAsStringAsync(await PageAsync());

    public IAsyncEnumerable<string?> ListAllAsync(int total) => throw NoPaging.Error();

    private async Task<KiotaPage> PageAsync() =>
        (await _adapter.SendAsync(
            Request(Method.GET, "{+baseurl}/contacts{?limit,skip}", ("limit", Samples.PageSize), ("skip", 0)),
            KiotaPage.CreateFromDiscriminatorValue))!;

    private RequestInformation Request(Method method, string template, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var request = new RequestInformation { HttpMethod = method, UrlTemplate = template };
        request.PathParameters.Add("baseurl", _adapter.BaseUrl!);
        foreach (var (name, value) in values)
        {
            request.PathParameters.Add(name, value);
        }

        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }
}
