namespace Contacts.Generated;

/// <summary>Pages that are there already.</summary>
internal sealed class FixedPageable<T> : ContactsPageable<T>
{
    private readonly ContactsPage<T>[] _pages;

    internal FixedPageable(ContactsPage<T>[] pages)
    {
        if (pages is null || Array.IndexOf(pages, null!) >= 0)
        {
            throw new ArgumentNullException(nameof(pages));
        }

        _pages = (ContactsPage<T>[])pages.Clone();
    }

    public override IAsyncEnumerable<ContactsPage<T>> AsPages() => ReadAsync();

#pragma warning disable CS1998 // an iterator of what is there already has nothing to await
    private async IAsyncEnumerable<ContactsPage<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
#pragma warning restore CS1998
    {
        foreach (var page in _pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }
}
