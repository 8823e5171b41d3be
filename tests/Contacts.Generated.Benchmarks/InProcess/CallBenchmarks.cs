using System.Net;
using System.Net.Http.Json;
using BenchmarkDotNet.Attributes;
using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Contenders.Raw;
using Contacts.Generated.Benchmarks.Server;

namespace Contacts.Generated.Benchmarks.InProcess;

/// <summary>Whole calls without a network: what stands between a method and its handler.</summary>
[MemoryDiagnoser]
#pragma warning disable CA1001 // lives as long as its process
public class CallBenchmarks
#pragma warning restore CA1001
{
    private static readonly Uri _gateway = new("http://gateway.test");
    private static readonly Uri _address = new(_gateway, "channel-service/v1/contacts/" + Samples.ContactId);

    private readonly HttpClient _http = new(new Canned(new ContactBytes(withUnknown: false).Enveloped(Samples.ContactId)))
    { Timeout = Timeout.InfiniteTimeSpan };
    private ContactsClient? _client;

    [GlobalSetup]
    public void Prepare() =>
        _client = new ContactsClient(new ContactsClientOptions { GatewayUrl = _gateway, ApiKey = Samples.ApiKey }, _http);

    [Benchmark(Baseline = true, Description = "raw get")]
    public async Task<object?> RawGet() => (await _http.GetFromJsonAsync(_address, RawJson.Default.RawEnvelope))!.Data;

    [Benchmark(Description = "our get")]
    public async Task<object?> Get() => await _client!.GetAsync(Samples.ContactId);

    [Benchmark(Description = "our get, with response")]
    public async Task<object?> GetWithResponse() => await _client!.WithResponse.GetAsync(Samples.ContactId);

    [Benchmark(Description = "our update")]
    public async Task<object?> Update() =>
        await _client!.UpdateAsync(Samples.ContactId, new UpdateContactInput { Name = Samples.NewName, Remark = Samples.NewRemark });

    private sealed class Canned(byte[] json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(json), RequestMessage = request };
            response.Content.Headers.ContentType = new("application/json");
            return Task.FromResult(response);
        }
    }
}
