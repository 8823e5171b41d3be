namespace Contacts.Generated;

/// <summary>One page of a list, as <see cref="ContactsPageable{T}.AsPages"/> gives it.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="data">The items.</param>
/// <param name="total">How many items the list has, or <see langword="null"/>.</param>
/// <param name="continuation">What resumes after this page, or <see langword="null"/> on the last page.</param>
/// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
public sealed class ContactsPage<T>(IReadOnlyList<T> data, int? total = null, string? continuation = null)
{
    /// <summary>
    /// The items that no page before had, in the server's order. Empty for an empty list, and on a last page that only told the end or that
    /// a list which changed has nothing more.
    /// </summary>
    public IReadOnlyList<T> Data { get; } = data ?? throw new ArgumentNullException(nameof(data));

    /// <summary>How many items the list has, as the server said with this page, or <see langword="null"/> when it did not say.</summary>
    public int? Total { get; } = total;

    /// <summary>
    /// Text that resumes the reading after this page, by <see cref="ContactsPagingOptions.Continuation"/>, also in another process;
    /// <see langword="null"/> on the last page. Safe in a URL. It contains the ids of up to 16 items in readable form, and a hash of the
    /// query. Under an API key it does not tell tenants apart: see <see cref="ContactsPagingOptions.Scope"/>.
    /// </summary>
    public string? Continuation { get; } = continuation;
}
