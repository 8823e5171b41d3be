namespace Contacts.Generated.Sync;

/// <summary>
/// A contact as it is in your database: the fields that are often queried, and all of it in <see cref="Json"/>. Query it with
/// <c>db.Set&lt;MirroredContact&gt;()</c>; only the mirror writes it.
/// </summary>
/// <example>
/// <code>
/// var recent = await db.Set&lt;MirroredContact&gt;()
///     .Where(contact => contact.Organization == "org_example" &amp;&amp; contact.CreatedAt > since)
///     .OrderBy(contact => contact.CreatedAt)
///     .ToListAsync();
/// </code>
/// </example>
public sealed class MirroredContact
{
    /// <summary>The organization, by the name that it has in <see cref="ContactsMirrorOptions"/>.</summary>
    public required string Organization { get; init; }

    /// <summary>The contact's id, which is unique within the organization.</summary>
    public required string Id { get; init; }

    /// <summary>The name that is shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The calling code of the country, without the plus sign.</summary>
    public string? AreaCode { get; init; }

    /// <summary>The phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The channel that the contact came from, such as <c>web</c> or <c>whatsapp</c>.</summary>
    public string? ChannelType { get; init; }

    /// <summary>The id of that channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The id of the business unit.</summary>
    public string? BusinessUnitId { get; init; }

    /// <summary>The company's name.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The language, such as <c>en</c> or <c>zh_tw</c>.</summary>
    public string? Language { get; init; }

    /// <summary>When the contact was created at the service, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed there, in UTC; null until the first change.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the person was last seen, in UTC.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>
    /// All fields as JSON under the service's names, those that this library does not know included. To read it as a
    /// <see cref="Contact"/>, deserialize it with <see cref="ContactsJson.TypeInfoResolver"/>.
    /// </summary>
    public required string Json { get; init; }

    /// <summary>When the mirror last wrote this row because the contact was new or differed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The number of the last pass over the list that showed the contact. For the mirror's own use.</summary>
    public long Pass { get; init; }
}
