using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Explorer;

/// <summary>What exists in an emulator now, for examples that can be tried.</summary>
/// <param name="Contact">A contact; null if there is none.</param>
/// <param name="ConversationId">The id of a conversation of that contact; null if there is none.</param>
/// <param name="CommentId">The id of a comment on that contact; null if there is none.</param>
/// <param name="NotificationIds">The ids of at most two notifications.</param>
internal sealed record LiveIds(Contact? Contact, string? ConversationId, string? CommentId, IReadOnlyList<string> NotificationIds)
{
    public string? ContactId => Contact?.Id;

    public string? Email => Contact?.Email;

    public string? BoardItemId => Contact?.BoardItemId;

    public static async Task<LiveIds> OfAsync(ContactsEmulator emulator, CancellationToken cancellationToken)
    {
        var notifications = emulator.Notifications.Take(2).Select(notification => notification.Id).ToList();
        if (emulator.Contacts.FirstOrDefault() is not { } contact)
        {
            return new LiveIds(null, null, null, notifications);
        }

        var client = emulator.CreateClient();
        var conversations = await client.GetConversationsAsync(contact.Id, options: null, cancellationToken);
        var comments = await client.GetCommentsAsync(contact.Id, new ContactsGetCommentsOptions { Limit = 1 }, cancellationToken);
        return new LiveIds(
            contact,
            conversations is [var conversation, ..] ? conversation.Id : null,
            comments is [var comment, ..] ? comment.Id : null,
            notifications);
    }
}
