using System.Diagnostics.CodeAnalysis;

namespace Contacts.Generated;

/// <summary>What became of one item of a sequence: the result of its call, or why the call failed.</summary>
/// <typeparam name="T">The type of the call's result.</typeparam>
public sealed class ContactsBulkResult<T>
{
    /// <summary>Creates the result of a call that succeeded; an application's tests may do so too.</summary>
    /// <param name="index">The item's position in the sequence, counted from 0.</param>
    /// <param name="id">The id that the item names.</param>
    /// <param name="value">What the call returned.</param>
    public ContactsBulkResult(long index, string id, T value) => (Index, Id, Value) = (index, id, value);

    /// <summary>Creates the result of a call that failed; an application's tests may do so too.</summary>
    /// <param name="index">The item's position in the sequence, counted from 0.</param>
    /// <param name="id">The id that the item names.</param>
    /// <param name="exception">Why the call failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public ContactsBulkResult(long index, string id, Exception exception) =>
        (Index, Id, Exception) = (index, id, exception ?? throw new ArgumentNullException(nameof(exception)));

    /// <summary>The item's position in the sequence, counted from 0. Results come as calls end, so not in this order.</summary>
    public long Index { get; }

    /// <summary>The id that the item names, as it was given; empty if it was <see langword="null"/>.</summary>
    public string Id { get; }

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsSuccess => Exception is null;

    /// <summary>What the call returned, or <see langword="null"/> if it failed.</summary>
    public T? Value { get; }

    /// <summary>
    /// Why the call failed, or <see langword="null"/> if it succeeded: what the method for one item throws, such as a
    /// <see cref="ContactsException"/>, or an <see cref="ArgumentException"/> for an item that is invalid and was not sent.
    /// </summary>
    public Exception? Exception { get; }
}
