namespace Contacts.Generated.Testing;

/// <summary>The order that a <c>sort</c> parameter asks for: "field" or "-field".</summary>
internal sealed class ContactOrder
{
    private readonly Func<Contact, string?>? _text;
    private readonly Func<Contact, DateTimeOffset?>? _time;
    private readonly bool _isCreatedAt;
    private readonly bool _descending;

    private ContactOrder(string field, bool descending)
    {
        _descending = descending;
        _isCreatedAt = field == "created_at";
        _time = field switch
        {
            "created_at" => static contact => contact.CreatedAt,
            "updated_at" => static contact => contact.UpdatedAt,
            "last_seen" => static contact => contact.LastSeen,
            _ => null,
        };
        _text = field switch
        {
            "id" => static contact => contact.Id,
            _ => ContactField.Find(field)?.Get,
        };
    }

    /// <summary>The order; null to leave the contacts as they are, as the service does where it does not know the field.</summary>
    public static ContactOrder? Parse(string? sort, ContactsEmulatorOptions options)
    {
        if (sort is null)
        {
            return null;
        }

        var descending = sort.StartsWith('-');
        var field = descending ? sort[1..] : sort;
        if (options.Accepts(ContactsDialect.VendorSdk))
        {
            field = field switch { "name" => "display_name", "phone" => "phone_number", _ => field };
        }

        var order = new ContactOrder(field, descending);
        return order._text is null && order._time is null ? null : order;
    }

    /// <summary>
    /// Whether the contacts stand in this order already, forwards or backwards. Those that follow from their numbers do.
    /// </summary>
    public bool IsOrderOf(LiveList<Contact> contacts, IContactSource source, out bool backwards)
    {
        backwards = _descending;
        return _isCreatedAt && source.IsInOrder
            && IsAscending([.. contacts.Landmarks().Select(position => TicksOf(contacts, position, source))]);
    }

    /// <summary>Sorts positions; contacts that compare equal keep their order.</summary>
    public void Sort(int[] positions, LiveList<Contact> contacts, IContactSource source)
    {
        if (_time is not null)
        {
            Sort(positions, Array.ConvertAll(positions, position => TicksOf(contacts, position, source)), Comparer<long>.Default);
        }
        else
        {
            Sort(positions, Array.ConvertAll(positions, position => _text!(contacts.Peek(position)) ?? ""), StringComparer.Ordinal);
        }
    }

    private long TicksOf(LiveList<Contact> contacts, int position, IContactSource source) =>
        _isCreatedAt && contacts.PristineIndex(position) is >= 0 and var index
            ? source.CreatedAt(index)?.UtcTicks ?? 0
            : _time!(contacts.Peek(position))?.UtcTicks ?? 0;

    private void Sort<TKey>(int[] positions, TKey[] keys, IComparer<TKey> comparer)
    {
        var places = new int[positions.Length];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = place;
        }

        Array.Sort(places, (left, right) =>
        {
            var byKey = comparer.Compare(keys[left], keys[right]);
            return byKey == 0 ? left.CompareTo(right) : _descending ? -byKey : byKey;
        });
        var unsorted = (int[])positions.Clone();
        for (var place = 0; place < places.Length; place++)
        {
            positions[place] = unsorted[places[place]];
        }
    }

    private static bool IsAscending(long[] times)
    {
        for (var index = 1; index < times.Length; index++)
        {
            if (times[index - 1] >= times[index])
            {
                return false;
            }
        }

        return true;
    }
}
