using System.Text.Json;
using Contacts.Generated.Benchmarks.Contenders.Raw;
using Refit;

namespace Contacts.Generated.Benchmarks.Contenders.Refit;

/// <summary>Refit, in its best form: with raw's own models and source-generated serializer.</summary>
internal sealed class RefitContender : IContender
{
    private readonly IRefitContacts _contacts;

    public RefitContender(Uri gateway)
    {
        var http = RawContender.CreateClient(gateway);
        http.BaseAddress = new Uri(gateway, "channel-service/v1");
        _contacts = RestService.For<IRefitContacts>(http, new RefitSettings(new SystemTextJsonContentSerializer(RawJson.Default.Options)));
    }

    public async Task<int> ListAsync() => (await _contacts.ListAsync(Samples.PageSize, 0)).Data.Count;

    public async Task<string?> GetAsync(string id) => (await _contacts.GetAsync(id)).Data!.Id;

    public async Task<string?> UpdateAsync(string id) =>
        (await _contacts.UpdateAsync(id, new RawUpdate { DisplayName = Samples.NewName, Remark = Samples.NewRemark })).DisplayName;

    public async Task<string> ListAsJsonAsync() =>
        JsonSerializer.Serialize(await _contacts.ListAsync(Samples.PageSize, 0), RawJson.Default.RawPage);

    public IAsyncEnumerable<string?> ListAllAsync(int total) => throw NoPaging.Error();
}
