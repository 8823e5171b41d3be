namespace Contacts.Generated;

/// <summary>
/// How a list is read page by page. Read once, when the paging method is called; a wrong value is refused there, before anything is sent.
/// </summary>
public sealed class ContactsPagingOptions
{
    private const int DefaultPageSize = 100;

    private int? _pageSize;

    /// <summary>
    /// How many items to ask for at once: 2 or more, 100 by default unless the method says otherwise. Each page starts at the last item
    /// of the one before, so that a page brings one new item less than its size. The server may send fewer than were asked for; nothing is
    /// lost by that.
    /// </summary>
    public int PageSize
    {
        get => _pageSize ?? DefaultPageSize;
        set => _pageSize = value;
    }

    /// <summary>
    /// How many pages may be under way or waiting to be read at the same time, the one being read included: 1 to 64, 4 by default. Pages
    /// come in order whatever the number. Reading begins with one page at a time. From the third page on there is one more with each page
    /// that was read to its end, and half as many when the service answers "too many requests". With 1, a page is asked for only when it
    /// is wanted.
    /// </summary>
    public int MaxPagesInFlight { get; set; } = 4;

    /// <summary>
    /// The longest time without a page while the service answers 429, "too many requests": zero or more, five minutes by default. When the
    /// call for a page has used up its retries, the list pauses for as long as the service asks, or else for a few seconds at first and up
    /// to a minute later, and asks again; each page that comes starts the time anew. Then the <see cref="ContactsRateLimitException"/> is
    /// thrown, at once if the service asks for more time than is left; a new reading can go on from the last
    /// <see cref="ContactsPage{T}.Continuation"/>. The pauses are no part of a call, so no time limit of the client ends them; cancellation
    /// does. Zero throws the exception without a pause.
    /// </summary>
    public TimeSpan MaxBlock { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Where to go on: the <see cref="ContactsPage{T}.Continuation"/> of a page of the same list, or <see langword="null"/>, the default,
    /// or an empty text for the beginning. It belongs to the gateway, the organization, the operation and its parameters that it came from,
    /// and to <see cref="Scope"/>; <c>Skip</c> must not be given beside it.
    /// </summary>
    public string? Continuation { get; set; }

    /// <summary>
    /// What else a continuation belongs to: a text of yours, such as a tenant's name, or <see langword="null"/>, the default. A
    /// continuation that was made under another text, or under none, is refused. Set it where one process reads for several tenants by API
    /// keys: a key decides by itself whose list it is, and since the request does not show that, a continuation cannot tell. The text is
    /// in the continuation as a short hash only.
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>The page size that was set, or else that of the list.</summary>
    internal int PageSizeOr(int? pageSizeOfList) => _pageSize ?? pageSizeOfList ?? DefaultPageSize;

    /// <summary>Refuses what cannot work, before anything is sent; the text of a continuation is checked where it is read.</summary>
    /// <param name="skip">The caller's <c>Skip</c>, from the options of the operation.</param>
    internal void Check(int? skip)
    {
        if (skip < 0)
        {
            throw new ArgumentOutOfRangeException(
                "options", skip.Value, "Skip is the number of items to leave out at the beginning: give 0 or more, or leave it unset.");
        }

        if (PageSize < 2)
        {
            throw new ArgumentOutOfRangeException(
                "paging", PageSize, "ContactsPagingOptions.PageSize must be at least 2, because each page starts at the last item of the "
                + "one before: set it to 2 or more, or leave it at 100.");
        }

        if (MaxPagesInFlight is < 1 or > 64)
        {
            throw new ArgumentOutOfRangeException(
                "paging", MaxPagesInFlight, "ContactsPagingOptions.MaxPagesInFlight must be from 1 to 64: set it to 1 to read one page at "
                + "a time, or to a number from 2 to 64 to read ahead.");
        }

        if (MaxBlock < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                "paging", MaxBlock, "ContactsPagingOptions.MaxBlock must be zero or more: leave it at five minutes, set it to zero to fail "
                + "at once when the service answers 429, or to TimeSpan.MaxValue to wait for as long as it does.");
        }

        if (Continuation is { Length: > 0 } && skip is not null)
        {
            throw new ArgumentException(
                "ContactsPagingOptions.Continuation says where to go on, so Skip cannot be given as well: leave Skip unset to resume, or "
                + "Continuation null to start at Skip.", "paging");
        }
    }
}
