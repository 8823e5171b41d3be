using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated.Sync;

/// <summary>Makes rows of contacts, and says which fields of two rows differ.</summary>
internal static class ContactRows
{
    // Names in other scripts stay readable in the database; the text is never put into HTML as it is.
    private static readonly JsonTypeInfo _contact = new JsonSerializerOptions
    {
        TypeInfoResolver = ContactsJson.TypeInfoResolver,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.GetTypeInfo(typeof(Contact));

    public static MirroredContact From(string organization, Contact contact, long pass, DateTimeOffset now) => new()
    {
        Organization = organization,
        Id = contact.Id,
        DisplayName = Text(contact.DisplayName),
        FirstName = Text(contact.FirstName),
        LastName = Text(contact.LastName),
        Email = Text(contact.Email),
        AreaCode = Text(contact.AreaCode),
        PhoneNumber = Text(contact.PhoneNumber),
        ChannelType = Text(contact.ChannelType?.Value),
        ChannelId = Text(contact.ChannelId),
        BusinessUnitId = Text(contact.BusinessUnitId),
        CompanyName = Text(contact.CompanyName),
        Language = Text(contact.Language),
        CreatedAt = contact.CreatedAt,
        UpdatedAt = contact.UpdatedAt,
        LastSeen = contact.LastSeen,
        Json = JsonSerializer.Serialize(contact, _contact),
        ChangedAt = now,
        Pass = pass,
    };

    /// <summary>The names of the fields that differ, in ordinal order; none if the texts only look different.</summary>
    public static string[] Differences(string stored, string received)
    {
        // As most contacts are.
        if (stored == received)
        {
            return [];
        }

        var (before, after) = (JsonNode.Parse(stored)!.AsObject(), JsonNode.Parse(received)!.AsObject());
        return
        [
            .. before.Select(field => field.Key).Union(after.Select(field => field.Key))
                .Where(name => !JsonNode.DeepEquals(before[name], after[name]))
                .Order(StringComparer.Ordinal),
        ];
    }

    // PostgreSQL has no texts with this character; the JSON has it escaped.
    private static string? Text(string? value) => value?.Replace("\0", "", StringComparison.Ordinal);
}
