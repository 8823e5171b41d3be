namespace Contacts.Generated;

/// <summary>A list at the service; each enumeration has a reader of its own.</summary>
internal sealed class QueryPageable<T>(PageSource<T> source) : ContactsPageable<T>
{
    public override IAsyncEnumerable<ContactsPage<T>> AsPages() => ReadAsync();

    /// <summary>As the base class, but without a continuation for each page, and both tokens are heeded within a page too.</summary>
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = new PageReader<T>(source, cancellationToken);
        await using var _ = reader.ConfigureAwait(false);
        while (await reader.MoveNextAsync().ConfigureAwait(false))
        {
            var items = reader.Items;
            for (var i = 0; i < items.Count; i++)
            {
                reader.ThrowIfCancelled();
                yield return items[i];
            }
        }
    }

    private async IAsyncEnumerable<ContactsPage<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new PageReader<T>(source, cancellationToken);
        await using var _ = reader.ConfigureAwait(false);
        while (await reader.MoveNextAsync().ConfigureAwait(false))
        {
            yield return reader.ToPage();
        }
    }
}
