namespace Contacts.Generated;

/// <summary>
/// A list that is fetched page by page while it is read: item by item with <c>await foreach</c>, or page by page with
/// <see cref="AsPages"/>. Each enumeration reads the list anew.
/// </summary>
/// <remarks>
/// Each page must go on from what was received last; where the list changed, the reader steps back until one does, or to the start. At
/// the end it counts: if fewer different items were received than the list has places, or something left its place, the list is read
/// again from its start, while no more than 10,000 items have been given. So what was added meanwhile may come last, and the order of
/// the items is then not the server's.
/// <para>
/// No item is lost that exists throughout and does not move, whichever others move, also because you update each as you read it: if
/// nothing is added or removed meanwhile; if items are added, and the server tells a total or pages are read one at a time; if items
/// are removed, and the server tells a total. Nor is one lost if items are added and removed, and none moves.
/// </para>
/// <para>
/// What remains looks like a list that stays as it is: an item is removed, another moves to exactly where one is expected, and no total
/// shows the removal, because none is told or an added item makes up for it; without a total, an added item can do the same where pages
/// are read ahead; and where <c>Skip</c> is given, items move across the place where the list starts.
/// </para>
/// <para>
/// A list that goes on changing is read again four times at most; an item that stands still would have to be missed by a coincidence each
/// time. A list whose pages bring nothing new without end is a <see cref="ContactsInvalidResponseException"/>. A list of more than 10,000
/// items relies on one of the last items received keeping its place, and a reading that goes on from a continuation on one of the 16 items
/// in it. To be sure, sort by a field that never changes, as <c>created_at</c>.
/// </para>
/// An item that moves itself is given once, if it is met. An item is not given twice within 10,000 positions; one without an id cannot
/// be told from another, so while the list changes it may come twice or be missed.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class ContactsPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>For a derived class; a test may prefer <see cref="FromPages"/>.</summary>
    protected ContactsPageable()
    {
    }

    /// <summary>
    /// Reads page by page. There is always a last page, the one whose <see cref="ContactsPage{T}.Continuation"/> is <see langword="null"/>;
    /// it may be empty.
    /// </summary>
    /// <returns>The pages; give a token with <c>WithCancellation</c>.</returns>
    /// <exception cref="ContactsException">While reading: a page could not be fetched. The pages before it have been given by
    /// then.</exception>
    /// <exception cref="OperationCanceledException">While reading: a token was cancelled.</exception>
    public abstract IAsyncEnumerable<ContactsPage<T>> AsPages();

    /// <summary>Reads item by item.</summary>
    /// <param name="cancellationToken">Ends the reading, as does the token that the paging method was given.</param>
    /// <returns>The items; only the step to another page waits.</returns>
    /// <exception cref="ContactsException">While reading: a page could not be fetched. The items before it have been given by
    /// then.</exception>
    /// <exception cref="OperationCanceledException">While reading: a token was cancelled.</exception>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Data)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>Makes a pageable of given pages, for the tests of an application.</summary>
    /// <param name="pages">The pages, in order.</param>
    /// <returns>A pageable that gives these pages at every enumeration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pages"/> or one of them is <see langword="null"/>.</exception>
#pragma warning disable CA1000 // found where a test looks for it: beside the type that it makes
    public static ContactsPageable<T> FromPages(params ContactsPage<T>[] pages) => pages is null || Array.IndexOf(pages, null!) >= 0
        ? throw new ArgumentNullException(nameof(pages))
        : new GivenPages([.. pages]);
#pragma warning restore CA1000

    private sealed class GivenPages(ContactsPage<T>[] pages) : ContactsPageable<T>
    {
        public override IAsyncEnumerable<ContactsPage<T>> AsPages() => Sequence.Given(pages);
    }
}
