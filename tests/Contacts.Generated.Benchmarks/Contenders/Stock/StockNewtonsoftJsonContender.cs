using Contacts.Generated.Benchmarks.Stock.NewtonsoftJson;
using StockInput = Contacts.Generated.Benchmarks.Stock.NewtonsoftJson.UpdateContactInput;

namespace Contacts.Generated.Benchmarks.Contenders.Stock;

/// <summary>What NSwag's own templates make of the contract, with Newtonsoft.Json.</summary>
internal sealed class StockNewtonsoftJsonContender(Uri gateway) : IContender
{
    private readonly StockClient _client = new(Raw.RawContender.CreateClient(gateway))
    { BaseUrl = new Uri(gateway, "channel-service/v1").AbsoluteUri };

    public async Task<int> ListAsync() => (await _client.ListAsync(Samples.PageSize, 0, null)).Data.Count;

    public async Task<string?> GetAsync(string id) => (await _client.GetAsync(id)).Data.Id;

    public async Task<string?> UpdateAsync(string id) =>
        (await _client.UpdateAsync(id, new StockInput { Display_name = Samples.NewName, Remark = Samples.NewRemark })).Display_name;

    public async Task<string> ListAsJsonAsync()
    {
        var page = await _client.ListAsync(Samples.PageSize, 0, null);
        return Newtonsoft.Json.JsonConvert.SerializeObject(page);
    }

    public IAsyncEnumerable<string?> ListAllAsync(int total) => throw NoPaging.Error();
}
