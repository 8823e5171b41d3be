using Newtonsoft.Json;

namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>Ours, whichever build and engine.</summary>
internal sealed class SdkContender(ContactsClient client) : IContender
{
    private static readonly ContactsListOptions _page = new() { Limit = Samples.PageSize, Skip = 0 };

    public static SdkContender Create(Uri gateway, Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = gateway, ApiKey = Samples.ApiKey };
        configure?.Invoke(options);
        return new SdkContender(new ContactsClient(options));
    }

    public async Task<int> ListAsync() => (await client.ListAsync(_page)).Data.Count;

    public async Task<string?> GetAsync(string id) => (await client.GetAsync(id)).Id;

    public async Task<string?> UpdateAsync(string id) =>
        (await client.UpdateAsync(id, new UpdateContactInput { Name = Samples.NewName, Remark = Samples.NewRemark })).DisplayName;

    // Every model is written alike by both libraries.
    public async Task<string> ListAsJsonAsync() => JsonConvert.SerializeObject(await client.ListAsync(_page));

    public async IAsyncEnumerable<string?> ListAllAsync(int total)
    {
        var paging = new ContactsPagingOptions { PageSize = Samples.PageSize, MaxPagesInFlight = Samples.PagesInFlight };
        await foreach (var contact in client.ListAllAsync(paging: paging))
        {
            yield return contact.Id;
        }
    }
}
