using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>A contact in a list.</summary>
internal static class ContactView
{
    public static IReadOnlyList<Column<Contact>> Columns { get; } =
    [
        new("Id", static contact => contact.Id, IsWhole: true),
        new("Name", static contact => contact.DisplayName, Minimum: 12, Typical: 20),
        new("Email", static contact => contact.Email, Minimum: 14, Typical: 24),
        new("Phone", static contact => contact.PhoneNumber, Minimum: 10, Typical: 12),
        new("Channel", static contact => contact.ChannelType?.Value, Minimum: 8, Typical: 9),
        new("Created", static contact => Cells.Time(contact.CreatedAt), Minimum: 17),
    ];
}
