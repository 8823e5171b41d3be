using Contacts.Generated;
using Microsoft.Extensions.DependencyInjection;

// Arguments: the gateway, and one that redirects every request to it.
Console.WriteLine($"browser {OperatingSystem.IsBrowser()}");
await CallAsync(new ContactsClient(Options(new ContactsClientOptions(), args[0])));

var services = new ServiceCollection();
services.AddContactsClient(options => Options(options, args[0]));
services.AddContactsClient("redirecting", options => Options(options, args[1]));
await using var provider = services.BuildServiceProvider();
await CallAsync(provider.GetRequiredService<ContactsClient>());

await RedirectAsync(new ContactsClient(Options(new ContactsClientOptions(), args[1])));
await RedirectAsync(provider.GetRequiredKeyedService<ContactsClient>("redirecting"));

static async Task CallAsync(ContactsClient client)
{
    var page = await client.ListAsync(new ContactsListOptions { Limit = 5 });
    Console.WriteLine($"list {page.Data.Count} of {page.Total}");

    var id = page.Data[0].Id;
    Console.WriteLine($"get {(await client.GetAsync(id)).Id == id}");

    var count = 0;
    await foreach (var contact in client.ListAllAsync())
    {
        count++;
    }

    Console.WriteLine($"list all {count}");
    Console.WriteLine($"update {(await client.UpdateAsync(id, new UpdateContactInput { Name = "Test Person" })).DisplayName}");

    await using (var export = await client.ExportCsvAsync())
    using (var text = new StreamReader(export.Content))
    {
        Console.WriteLine($"export {(await text.ReadToEndAsync()).Contains("Test Person")}");
    }

    var upload = await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[200_000], "avatar.png"));
    Console.WriteLine($"upload {Uri.IsWellFormedUriString(upload.Url, UriKind.Absolute)}");

    var notifications = await client.ListNotificationsAsync(new ContactsListNotificationsOptions { Limit = 3 });
    Console.WriteLine($"notifications {notifications.Data.Count}");
    Console.WriteLine($"read {(await client.MarkNotificationsReadAsync([notifications.Data[0].Id])).Success}");

    try
    {
        await client.GetAsync("con_unknown");
    }
    catch (ContactsNotFoundException)
    {
        Console.WriteLine("not found");
    }

    using var cancelled = new CancellationTokenSource();
    var listing = client.ListAsync(cancellationToken: cancelled.Token);
    cancelled.Cancel();
    try
    {
        await listing;
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("cancelled");
    }
}

// A browser would take the key along to wherever the redirect leads.
static async Task RedirectAsync(ContactsClient client)
{
    try
    {
        await client.ListAsync();
    }
    catch (ContactsApiException exception)
    {
        Console.WriteLine($"redirect {exception.Status}");
    }
}

static ContactsClientOptions Options(ContactsClientOptions options, string gateway)
{
    (options.GatewayUrl, options.ApiKey) = (new Uri(gateway), "api_emulator");
    return options;
}
