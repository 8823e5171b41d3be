namespace Contacts.Generated.Testing;

/// <summary>
/// Which contacts a request asks for, and in which order. The last selection is kept, because its next pages are likely to follow.
/// </summary>
internal sealed class ContactSelection(EmulatorState state)
{
    private (string Key, int Version) _lastQuery = ("", -1);
    private ContactPositions _last;

    /// <summary>The positions of the contacts.</summary>
    /// <exception cref="ErrorReplyException">There are too many contacts to look at each of them.</exception>
    public ContactPositions Select(string? sort, string? words, string? type)
    {
        var contacts = state.Contacts;
        var query = ($"{sort}\n{words}\n{type}", contacts.Version);
        var order = ContactOrder.Parse(sort, state.Options);
        if (query == _lastQuery && !contacts.HandedOut)
        {
            return _last;
        }

        _last = words is null && type is null ? All(order) : Sorted(order, Matching(words, type));
        _lastQuery = query;
        return _last;
    }

    private ContactPositions All(ContactOrder? order)
    {
        var count = state.Contacts.Count;
        if (order is null)
        {
            return new ContactPositions(count);
        }

        if (order.IsOrderOf(state.Contacts, state.ContactSource, out var backwards))
        {
            return new ContactPositions(count, backwards);
        }

        state.RefuseScanOfTooMany();
        return Sorted(order, [.. Enumerable.Range(0, count)]);
    }

    private ContactPositions Sorted(ContactOrder? order, int[] positions)
    {
        order?.Sort(positions, state.Contacts, state.ContactSource);
        return new ContactPositions(positions.Length, false, positions);
    }

    private int[] Matching(string? words, string? type)
    {
        state.RefuseScanOfTooMany();
        var match = words is null ? null : new WordMatch(words);
        var positions = new List<int>();
        for (var position = 0; position < state.Contacts.Count; position++)
        {
            var contact = state.Contacts.Peek(position);
            if ((type is null || contact.ChannelType?.Value == type) && match?.Matches(contact) != false)
            {
                positions.Add(position);
            }
        }

        return [.. positions];
    }
}

/// <summary>Positions in the list of contacts: those given, or else all, from the first to the last or backwards.</summary>
internal readonly record struct ContactPositions(int Count, bool Backwards = false, int[]? Given = null)
{
    public int this[int index] => Given?[index] ?? (Backwards ? Count - 1 - index : index);
}
