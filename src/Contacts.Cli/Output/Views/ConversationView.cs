using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>A conversation in a list.</summary>
internal static class ConversationView
{
    public static IReadOnlyList<Column<Conversation>> Columns { get; } =
    [
        new("Id", static conversation => conversation.Id, IsWhole: true),
        new("Channel", static conversation => conversation.ChannelType?.Value, Minimum: 8),
        new("Status", static conversation => conversation.Status, Minimum: 8),
        new("Name", static conversation => conversation.Name, Minimum: 12),
        new("Last event", static conversation => Cells.Time(conversation.Timestamp), Minimum: 17),
    ];
}
