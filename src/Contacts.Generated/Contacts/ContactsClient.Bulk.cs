namespace Contacts.Generated;

// Changes many contacts. The service has no such operation, so it is a call for each contact, several at a time.
#pragma warning disable RS0026 // no argument fits both overloads, unless it is a sequence of both kinds, which a cast decides
public partial class ContactsClient
{
    /// <summary>Updates many contacts, several at a time, and yields what became of each as its call ends.</summary>
    /// <remarks>
    /// The results come in no particular order. An update that fails, or an item that is invalid, is the result of that item alone; each
    /// call is repeated as <see cref="UpdateAsync"/> repeats its own. The sequence is read only as fast as results are taken, so it may be
    /// of any length. If it throws, the calls that were begun end, their results are yielded, and then its exception is thrown. Ending the
    /// enumeration early, or cancelling it, cancels the calls that are under way and waits for them, and for the sequence's next item if
    /// that was asked for. Nothing is sent before the enumeration; each enumeration sends everything.
    /// </remarks>
    /// <param name="updates">The ids of the contacts, each with the fields to change. Naming a contact twice updates it twice.</param>
    /// <param name="options">How many calls to make at the same time; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>One result for each item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="updates"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is invalid.</exception>
    /// <example>
    /// <code>
    /// (string, UpdateContactInput)[] updates = [("con_1", new() { Remark = "Moved" }), ("con_2", new() { Name = "New" })];
    /// await foreach (var result in client.UpdateManyAsync(updates))
    /// {
    ///     Console.WriteLine($"{result.Id} {result.Exception?.Message ?? "done"}");
    /// }
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<ContactsBulkResult<Contact>> UpdateManyAsync(
        IAsyncEnumerable<(string ContactId, UpdateContactInput Input)> updates, ContactsBulkOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Bulk(
            updates ?? throw new ArgumentNullException(nameof(updates)),
            static update => update.ContactId,
            (update, token) => UpdateAsync(update.ContactId, update.Input, token),
            options,
            cancellationToken);

    /// <inheritdoc
    ///   cref="UpdateManyAsync(IAsyncEnumerable{ValueTuple{string, UpdateContactInput}}, ContactsBulkOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<ContactsBulkResult<Contact>> UpdateManyAsync(
        IEnumerable<(string ContactId, UpdateContactInput Input)> updates, ContactsBulkOptions? options = null,
        CancellationToken cancellationToken = default) =>
        UpdateManyAsync(Sequence.From(updates ?? throw new ArgumentNullException(nameof(updates))), options, cancellationToken);

    /// <summary>Deletes many contacts, several at a time, and yields what became of each as its call ends.</summary>
    /// <remarks>
    /// The results come in no particular order. A deletion that fails, or an id that is invalid, is the result of that item alone; each
    /// call is repeated as <see cref="DeleteAsync"/> repeats its own. The sequence is read only as fast as results are taken, so it may be
    /// of any length. If it throws, the calls that were begun end, their results are yielded, and then its exception is thrown. Ending the
    /// enumeration early, or cancelling it, cancels the calls that are under way and waits for them, and for the sequence's next item if
    /// that was asked for. Nothing is sent before the enumeration; each enumeration sends everything.
    /// </remarks>
    /// <param name="contactIds">
    /// The ids of the contacts. They may come from a list that is still being read, but each deletion shifts its pages, so read it first if
    /// you can.
    /// </param>
    /// <param name="options">How many calls to make at the same time; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>One result for each item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contactIds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is invalid.</exception>
    /// <example>
    /// <code>
    /// string[] contactIds = ["con_1", "con_2"];
    /// await foreach (var result in client.DeleteManyAsync(contactIds))
    /// {
    ///     Console.WriteLine($"{result.Id} {(result.IsSuccess ? "deleted" : result.Exception.Message)}");
    /// }
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<ContactsBulkResult<DeletionResult>> DeleteManyAsync(
        IAsyncEnumerable<string> contactIds, ContactsBulkOptions? options = null, CancellationToken cancellationToken = default) =>
        Bulk(contactIds ?? throw new ArgumentNullException(nameof(contactIds)), static id => id, DeleteAsync, options, cancellationToken);

    /// <inheritdoc cref="DeleteManyAsync(IAsyncEnumerable{string}, ContactsBulkOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<ContactsBulkResult<DeletionResult>> DeleteManyAsync(
        IEnumerable<string> contactIds, ContactsBulkOptions? options = null, CancellationToken cancellationToken = default) =>
        DeleteManyAsync(
            Sequence.From(contactIds ?? throw new ArgumentNullException(nameof(contactIds))), options, cancellationToken);

    private static BulkCalls<TItem, TResult> Bulk<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, string?> id, Func<TItem, CancellationToken, Task<TResult>> call,
        ContactsBulkOptions? options, CancellationToken cancellationToken) =>
        new(items, id, call, (options ?? new()).Check(), cancellationToken);
}
