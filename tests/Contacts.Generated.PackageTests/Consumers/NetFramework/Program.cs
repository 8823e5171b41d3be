using System;
using System.Threading.Tasks;
using Contacts.Generated;

internal static class Program
{
    private static async Task Main()
    {
        var client = new ContactsClient(new ContactsClientOptions { GatewayUrl = ContactsGateways.Sandbox, ApiKey = "your key" });
        ContactPage page = await client.ListAsync(new ContactsListOptions { Limit = 10, Sort = "-created_at" });
        foreach (var contact in page.Data)
        {
            Console.WriteLine(contact.DisplayName + " " + contact.CreatedAt);
        }

        await client.UpdateAsync(page.Data[0].Id, new UpdateContactInput { Name = "Test Person" });
        await client.UploadAvatarAsync(UploadContent.FromFile("avatar.png"));
        try
        {
            await client.MarkNotificationsReadAsync(new[] { "notification" });
        }
        catch (ContactsException exception) when (exception.IsTransient)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
