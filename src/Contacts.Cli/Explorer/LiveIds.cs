using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Explorer;

/// <summary>What exists in an emulator now, for examples that can be tried.</summary>
/// <param name="ContactId">The id of a contact; null if there is none.</param>
/// <param name="Email">The e-mail address of a contact; null if there is none.</param>
/// <param name="ConversationId">The id of a conversation of that contact; null if there is none.</param>
/// <param name="NotificationIds">The ids of at most two notifications.</param>
internal sealed record LiveIds(string? ContactId, string? Email, string? ConversationId, IReadOnlyList<string> NotificationIds)
{
    public static async Task<LiveIds> OfAsync(ContactsEmulator emulator, CancellationToken cancellationToken)
    {
        var contact = emulator.Contacts.FirstOrDefault();
        var notifications = emulator.Notifications.Take(2).Select(notification => notification.Id).ToList();
        return new LiveIds(contact?.Id, contact?.Email, await ConversationOfAsync(emulator, contact, cancellationToken), notifications);
    }

    private static async Task<string?> ConversationOfAsync(ContactsEmulator emulator, Contact? contact, CancellationToken cancellationToken)
    {
        if (contact is null)
        {
            return null;
        }

        var conversations = await emulator.CreateClient().GetConversationsAsync(contact.Id, options: null, cancellationToken);
        return conversations.Select(conversation => conversation.Id).FirstOrDefault();
    }
}
