namespace Contacts.Generated.Testing;

/// <summary>
/// A list that belongs to a contact or a conversation. It is looked up in each call, so that it is right after a reset, too.
/// </summary>
/// <param name="gate">The lock.</param>
/// <param name="find">Finds the list; called while the lock is held. It throws if the owner is gone.</param>
internal sealed class OwnedList<T>(object gate, Func<List<T>> find) : SharedList<T>(gate)
    where T : class
{
    protected override int CountItems() => find().Count;

    protected override T GetItem(int index) => find()[index];

    protected override void SetItem(int index, T item) => find()[index] = item;

    protected override void InsertItem(int index, T item) => find().Insert(index, item);

    protected override void RemoveItem(int index) => find().RemoveAt(index);

    protected override void ClearItems() => find().Clear();

    protected override int FindItem(T item) => find().FindIndex(one => ReferenceEquals(one, item));

    protected override T[] CopyItems() => [.. find()];
}
