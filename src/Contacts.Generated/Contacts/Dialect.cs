namespace Contacts.Generated;

/// <summary>
/// Rewrites a request from the contract's form into that of a dialect, and notices from the answers when the other one would fit.
/// </summary>
internal abstract class Dialect(ContactsDialect configured) : IDialect
{
    private int _suggested;

    /// <summary>
    /// Tells from a page in which dialect a service answers: the reference's pages are numbered and never say whether more follow; the
    /// web application's say so and are not numbered. Any other answer is read alike in both and tells nothing.
    /// </summary>
    /// <returns>The dialect; null if it cannot be told.</returns>
    public static ContactsDialect? OfAnswer(object? answer) => answer switch
    {
        ContactPage page => OfPage(page.HasMore, page.RawCount, page.Page),
        NotificationPage page => OfPage(page.HasMore, page.RawCount, page.Page),
        _ => null,
    };

    public abstract void Shape(OperationRequest request);

    public virtual OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;

    /// <summary>Suggests the other dialect once, however often its answers come.</summary>
    public ContactsDialect? SuggestAfter(object? answer) =>
        Volatile.Read(ref _suggested) == 0 && OfAnswer(answer) is { } found && found != configured && Interlocked.Exchange(ref _suggested, 1) == 0
            ? found
            : null;

    private static ContactsDialect? OfPage(bool? hasMore, int? count, int? page) => (hasMore, count, page) switch
    {
        (not null, not null, null) => ContactsDialect.WebApp,
        (null, null, not null) => ContactsDialect.VendorSdk,
        _ => null,
    };
}

// The dialects of this API.
public partial class ContactsClient
{
    static partial void ChooseDialect(ContactsDialect chosen, ref IDialect dialect) =>
        dialect = chosen == ContactsDialect.WebApp ? new WebAppDialect() : new VendorSdkDialect();
}
