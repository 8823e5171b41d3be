using Contacts.Generated;

namespace WebApi;

internal static class Answers
{
    public static async Task<Answer> ReadAsync(ContactsClient client, string id) =>
        new(await client.GetAsync(id), await client.GetConversationsAsync(id), await client.GetFilesAsync(id));
}
