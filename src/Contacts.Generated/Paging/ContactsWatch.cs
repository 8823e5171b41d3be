namespace Contacts.Generated;

/// <summary>One step of a watch, as <see cref="ContactsWatch{T}.AsBatches"/> gives it.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The new items, oldest first.</param>
/// <param name="continuation">What a later watch goes on from.</param>
/// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
public sealed class ContactsWatchBatch<T>(IReadOnlyList<T> items, string continuation)
{
    /// <summary>
    /// The new items, oldest first, 100 at most. Empty if the first look of a watch finds nothing to give; its continuation is worth
    /// keeping all the same.
    /// </summary>
    public IReadOnlyList<T> Items { get; } = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>
    /// Text from which a later watch goes on after this batch, also in another process. Keep it when the items have been dealt with. Safe
    /// in a URL, at most 4 KiB, without readable ids. It does not tell one credential's user or tenant from another's: see the <c>Scope</c>
    /// of the options.
    /// </summary>
    public string Continuation { get; } = continuation ?? throw new ArgumentNullException(nameof(continuation));
}

/// <summary>
/// An endless sequence of what comes newly into a list: item by item with <c>await foreach</c>, or batch by batch, to go on in a later
/// process, with <see cref="AsBatches"/>. Each enumeration watches independently.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class ContactsWatch<T> : IAsyncEnumerable<T>
{
    /// <summary>For a derived class; a test may prefer <see cref="FromBatches"/>.</summary>
    protected ContactsWatch()
    {
    }

    /// <summary>Watches batch by batch. The first one comes after the first look and may be empty, all others have items.</summary>
    /// <returns>The batches; give a token with <c>WithCancellation</c>.</returns>
    /// <exception cref="ContactsException">While watching: the list could not be read, and waiting does not help.</exception>
    /// <exception cref="OperationCanceledException">While watching: a token was cancelled.</exception>
    public abstract IAsyncEnumerable<ContactsWatchBatch<T>> AsBatches();

    /// <summary>Watches item by item.</summary>
    /// <param name="cancellationToken">Ends the watch, as does the token that the method was given.</param>
    /// <returns>The items.</returns>
    /// <exception cref="ContactsException">While watching: the list could not be read, and waiting does not help.</exception>
    /// <exception cref="OperationCanceledException">While watching: a token was cancelled.</exception>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var batch in AsBatches().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in batch.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>Makes a watch of given batches, for the tests of an application. It ends after the last one.</summary>
    /// <param name="batches">The batches, in order.</param>
    /// <returns>A watch that gives these batches at every enumeration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batches"/> or one of them is <see langword="null"/>.</exception>
#pragma warning disable CA1000 // found where a test looks for it: beside the type that it makes
    public static ContactsWatch<T> FromBatches(params ContactsWatchBatch<T>[] batches) =>
        batches is null || Array.IndexOf(batches, null!) >= 0
            ? throw new ArgumentNullException(nameof(batches))
            : new GivenBatches([.. batches]);
#pragma warning restore CA1000

    private sealed class GivenBatches(ContactsWatchBatch<T>[] batches) : ContactsWatch<T>
    {
        public override IAsyncEnumerable<ContactsWatchBatch<T>> AsBatches() => Sequence.Given(batches);
    }
}
