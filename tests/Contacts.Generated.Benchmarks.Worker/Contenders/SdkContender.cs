using Newtonsoft.Json;

namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>Ours, whichever build and engine.</summary>
/// <param name="client">The client.</param>
/// <param name="paging">How whole lists are read; null for the defaults.</param>
internal sealed class SdkContender(ContactsClient client, ContactsPagingOptions? paging) : IContender
{
    private static readonly ContactsListOptions _page = new() { Limit = Samples.PageSize, Skip = 0 };

    public static SdkContender Create(Uri gateway, Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = gateway, ApiKey = Samples.ApiKey };
        configure?.Invoke(options);
        return new SdkContender(
            new ContactsClient(options),
            new ContactsPagingOptions { PageSize = Samples.PageSize, MaxPagesInFlight = Samples.PagesInFlight });
    }

    public static SdkContender CreateWithoutOptions(Uri gateway) =>
        new(new ContactsClient(new ContactsClientOptions { GatewayUrl = gateway, ApiKey = Samples.ApiKey }), paging: null);

    public async Task<int> ListAsync() => (await client.ListAsync(_page)).Data.Count;

    public async Task<string?> GetAsync(string id) => (await client.GetAsync(id)).Id;

    public async Task<string?> UpdateAsync(string id) =>
        (await client.UpdateAsync(id, new UpdateContactInput { Name = Samples.NewName, Remark = Samples.NewRemark })).DisplayName;

    // Every model is written alike by both libraries.
    public async Task<string> ListAsJsonAsync() => JsonConvert.SerializeObject(await client.ListAsync(_page));

    public async IAsyncEnumerable<string?> ListAllAsync(int total)
    {
        await foreach (var contact in client.ListAllAsync(paging: paging))
        {
            yield return contact.Id;
        }
    }
}
