using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>
/// HttpClient and source-generated System.Text.Json, written for speed: no retries, no limits, no telemetry, one known form of
/// answer. All ratios are to this one.
/// </summary>
internal class RawContender(Uri gateway) : IContender
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");

    private readonly HttpClient _http = CreateClient(gateway);

    public static HttpClient CreateClient(Uri gateway)
    {
        var http = new HttpClient { BaseAddress = new Uri(gateway, "channel-service/v1/") };
        http.DefaultRequestHeaders.Add("x-api-key", Samples.ApiKey);
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        return http;
    }

    public async Task<int> ListAsync() => (await PageAsync(0)).Data.Count;

    public async Task<string?> GetAsync(string id) =>
        (await _http.GetFromJsonAsync(
            new Uri("contacts/" + Uri.EscapeDataString(id), UriKind.Relative), RawJson.Default.RawEnvelope))!.Data!.Id;

    public async Task<string?> UpdateAsync(string id)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new RawUpdate { DisplayName = Samples.NewName, Remark = Samples.NewRemark }, RawJson.Default.RawUpdate));
        content.Headers.ContentType = _json;
        using var response = await _http.PutAsync(new Uri("contacts/" + Uri.EscapeDataString(id), UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(RawJson.Default.RawContact))!.DisplayName;
    }

    public async Task<string> ListAsJsonAsync() => JsonSerializer.Serialize(await PageAsync(0), RawJson.Default.RawPage);

    /// <summary>As many pages in flight as ours, each started when one ends; what comes early waits for its turn.</summary>
    public virtual async IAsyncEnumerable<string?> ListAllAsync(int total)
    {
        var pending = new Queue<Task<RawPage>>();
        var next = 0;
        do
        {
            for (; pending.Count < Samples.PagesInFlight && next < total; next += Samples.PageSize)
            {
                pending.Enqueue(PageAsync(next));
            }

            foreach (var contact in (await pending.Dequeue()).Data)
            {
                yield return contact.Id;
            }
        }
        while (pending.Count > 0);
    }

    protected async Task<RawPage> PageAsync(int skip) =>
        (await _http.GetFromJsonAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"contacts?limit={Samples.PageSize}&skip={skip}"), UriKind.Relative),
            RawJson.Default.RawPage))!;
}
