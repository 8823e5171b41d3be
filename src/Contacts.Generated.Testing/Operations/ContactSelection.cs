namespace Contacts.Generated.Testing;

/// <summary>
/// Which contacts a request asks for, and in which order. The last selection is kept, because its next pages are likely to follow.
/// </summary>
internal sealed class ContactSelection(EmulatorState state)
{
    private (string Key, int Version) _lastQuery = ("", -1);
    private int[] _last = [];

    /// <summary>The positions of the contacts.</summary>
    public int[] Select(string? sort, string? words, string? type)
    {
        var contacts = state.Contacts;
        var query = ($"{sort}\n{words}\n{type}", contacts.Version);
        var order = ContactOrder.Parse(sort, state.Options);
        if (query == _lastQuery && !contacts.HandedOut)
        {
            return _last;
        }

        var positions = words is null && type is null ? All(contacts.Count) : Matching(words, type);
        order?.Sort(positions, contacts, state.ContactGenerator);
        (_lastQuery, _last) = (query, positions);
        return positions;
    }

    private static int[] All(int count)
    {
        var positions = new int[count];
        for (var position = 0; position < count; position++)
        {
            positions[position] = position;
        }

        return positions;
    }

    private int[] Matching(string? words, string? type)
    {
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
