namespace Contacts.Generated;

/// <summary>
/// Tells from a page in which form a service answers: the reference's pages are numbered and never say whether more follow;
/// the web application's say so and are not numbered. Any other answer is read alike in both forms and tells nothing.
/// </summary>
internal static class AnswerForm
{
    /// <summary>The dialect whose form this is; null if it cannot be told.</summary>
    public static ContactsDialect? Of(object? answer) => answer switch
    {
        ContactPage page => Of(page.HasMore, page.RawCount, page.Page),
        NotificationPage page => Of(page.HasMore, page.RawCount, page.Page),
        _ => null,
    };

    private static ContactsDialect? Of(bool? hasMore, int? count, int? page) => (hasMore, count, page) switch
    {
        (not null, not null, null) => ContactsDialect.WebApp,
        (null, null, not null) => ContactsDialect.VendorSdk,
        _ => null,
    };
}
