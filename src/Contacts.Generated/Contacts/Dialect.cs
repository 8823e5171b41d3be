namespace Contacts.Generated;

/// <summary>
/// Rewrites requests from the contract's form into that of a dialect, and detects from the responses when the other dialect would fit
/// better.
/// </summary>
internal abstract class Dialect(ContactsDialect configured) : IDialect
{
    private int _suggested;

    /// <summary>
    /// Detects from a page which dialect a service uses: pages of the vendor's reference are numbered and never say whether more follow;
    /// pages of the web application say so and are not numbered. Other responses look alike in both.
    /// </summary>
    /// <returns>The dialect; null if it is not clear.</returns>
    public static ContactsDialect? DetectFrom(object? response) => response switch
    {
        ContactPage page => OfPage(page.HasMore, page.RawCount, page.Page),
        NotificationPage page => OfPage(page.HasMore, page.RawCount, page.Page),
        _ => null,
    };

    public abstract void Shape(OperationRequest request);

    public virtual OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;

    /// <summary>Suggests the other dialect only once per client.</summary>
    public ContactsDialect? SuggestAfter(object? response) =>
        Volatile.Read(ref _suggested) == 0 && DetectFrom(response) is { } found && found != configured
            && Interlocked.Exchange(ref _suggested, 1) == 0
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
