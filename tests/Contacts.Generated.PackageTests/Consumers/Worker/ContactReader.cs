using Contacts.Generated;
using Microsoft.Extensions.Hosting;

namespace Worker;

internal sealed class ContactReader(ContactsClient client, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var page = await client.ListAsync(new ContactsListOptions { Limit = 1 }, stoppingToken);
        Console.WriteLine($"list {page.Data.Count}");
        try
        {
            await client.GetAsync(page.Data[0].Id, stoppingToken);
            Console.WriteLine("get succeeded");
        }
        catch (ContactsServerException exception)
        {
            Console.WriteLine($"get failed with {exception.Status} after {exception.Attempts.Count} attempt");
        }

        lifetime.StopApplication();
    }
}
