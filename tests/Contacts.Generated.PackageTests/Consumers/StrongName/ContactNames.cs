using System.Threading.Tasks;
using Contacts.Generated;

namespace StrongName
{
    public static class ContactNames
    {
        public static async Task<string?> ReadAsync(ContactsClient client, string id) => (await client.GetAsync(id)).DisplayName;
    }
}
