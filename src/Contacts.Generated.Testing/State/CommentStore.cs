namespace Contacts.Generated.Testing;

/// <summary>The comments on each contact: generated ones, until a request writes or deletes one.</summary>
internal sealed class CommentStore(CommentGenerator generator)
{
    private readonly Dictionary<long, List<ContactComment>> _changed = [];

    /// <summary>The comments on a contact, oldest first.</summary>
    public IReadOnlyList<ContactComment> For(FoundContact found) => _changed.TryGetValue(found.Key, out var kept)
        ? kept
        : found.IsNew ? [] : [.. generator.For(found.Contact, found.Key)];

    public void Add(FoundContact found, ContactComment comment) => Keep(found).Add(comment);

    /// <returns>Whether there was such a comment.</returns>
    public bool Remove(FoundContact found, string id) => Keep(found).RemoveAll(comment => comment.Id == id) > 0;

    /// <summary>Forgets what requests changed on a contact.</summary>
    public void Forget(FoundContact found) => _changed.Remove(found.Key);

    public void Clear() => _changed.Clear();

    private List<ContactComment> Keep(FoundContact found)
    {
        if (!_changed.TryGetValue(found.Key, out var kept))
        {
            _changed.Add(found.Key, kept = [.. For(found)]);
        }

        return kept;
    }
}
