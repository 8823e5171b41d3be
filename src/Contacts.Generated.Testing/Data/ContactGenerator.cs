using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Generates contacts, each from only the seed and its number, and its time also from how many there are.</summary>
internal sealed class ContactGenerator(int seed, int contacts) : IContactSource
{
    public const string Prefix = "con";

    /// <summary>The contact of whom only the channel is known, so that consumers meet such a one: the last of the default number.</summary>
    private const long Blank = 24;

    private static readonly DateTimeOffset _first = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Twenty minutes from one contact to the next, or less, so that all were created in the synthetic past.</summary>
    private readonly int _stepMs = (int)Math.Min(20 * 60 * 1000, TimeSpan.FromDays(5 * 365).TotalMilliseconds / Math.Max(1, contacts));

    // With commas, quotes and line breaks, which an export must quote.
    private static readonly string[] _companies = ["", "Example Ltd", "Smith, Jones & Co", "\"Quoted\" Trading", "Beispiel GmbH", "例え株式会社"];
    private static readonly string[] _remarks =
    [
        "", "", "Prefers e-mail", "Said \"call me back\", twice", "First line\nsecond line", "Likes tea; no coffee",
    ];

    private static readonly string[] _labels = ["vip", "lead", "newsletter", "trial"];

    public int Count => contacts;

    public bool IsInOrder => true;

    /// <summary>Whether nothing is known of a contact, and nothing belongs to it.</summary>
    public static bool IsBlank(long index) => index == Blank;

    public DateTimeOffset? CreatedAt(long index) =>
        _first.AddMilliseconds((index * _stepMs) + new SeededRandom(seed, "created", index).Next(_stepMs));

    public long IndexOf(string id) => SyntheticId.IndexOf(seed, Prefix, id);

    /// <summary>The record on the data board that belongs to a contact; null for every fifth one.</summary>
    public string? BoardItemOf(long index) => index % 5 == 4 ? null : SyntheticId.For(seed, "bi", index);

    public Contact Peek(long index) => Create(index);

    public Contact Create(long index) => IsBlank(index) ? Blanked(CreateWhole(index)) : CreateWhole(index);

    private Contact CreateWhole(long index)
    {
        var random = new SeededRandom(seed, "contact", index);
        var names = NameGroup.All[random.Next(NameGroup.All.Count)];
        var first = random.Pick<string>(names.First);
        var last = random.Pick<string>(names.Last);
        var channel = ChannelType.KnownValues[random.Next(ChannelType.KnownValues.Count)];
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var createdAt = CreatedAt(index);
        return new Contact
        {
            ObjectName = "contact",
            Id = SyntheticId.ForIndex(seed, Prefix, index),
            OrganizationId = SyntheticWorld.Organization,
            BusinessUnitId = SyntheticWorld.BusinessUnit,
            ChannelId = "ch_" + channel.Value,
            ChannelType = channel,
            DisplayName = names.Display(first, last),
            FirstName = first,
            LastName = last,
            Email = $"person{number}@example.com",
            AreaCode = names.AreaCode,
            PhoneNumber = "555" + (index + 1).ToString("D7", CultureInfo.InvariantCulture),
            AvatarUrl = random.Next(3) == 0 ? "" : $"{SyntheticWorld.FilesRoot}avatar_{number}.png",
            Gender = random.Next(3) switch { 0 => "Male", 1 => "Female", _ => "" },
            Language = names.Language,
            TimeZone = names.TimeZone,
            Remark = random.Pick<string>(_remarks),
            Title = "",
            Position = "",
            CompanyName = random.Pick<string>(_companies),
            Location = "",
            Birthday = "",
            AdditionalParams = new Dictionary<string, object?>(StringComparer.Ordinal),
            Labels = random.Next(2) == 0 ? [] : [random.Pick<string>(_labels)],
            BoardId = BoardItemOf(index) is null ? null : SyntheticWorld.Board,
            BoardItemId = BoardItemOf(index),
            LastSeen = createdAt?.AddDays(random.Next(300)),
            IsPresence = random.Next(8) == 0,
            CreatedAt = createdAt,
        };
    }

    /// <summary>Takes away what is known: the service writes some unknown texts as null, and the others as empty.</summary>
    private static Contact Blanked(Contact contact)
    {
        foreach (var field in ContactField.Writable.Where(static field => !field.OnlyNew))
        {
            field.Set(contact, field.Nullable ? null : "");
        }

        contact.Labels = [];
        contact.LastSeen = null;
        contact.IsPresence = false;
        return contact;
    }
}
