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
    /// How many pages may be under way or waiting to be read at the same time, the one being read included: 1 to 64, 1 by default, which
    /// asks for a page only when it is wanted. Pages come in order whatever the number. After the server's first "too many requests" the
    /// rest is read one page at a time.
    /// </summary>
    public int MaxPagesInFlight { get; set; } = 1;

    /// <summary>
    /// Where to go on: the <see cref="ContactsPage{T}.Continuation"/> of a page of the same list, or <see langword="null"/>, the default,
    /// or an empty text for the beginning. It belongs to the gateway, the organization, the operation and its parameters that it came from;
    /// <c>Skip</c> must not be given beside it.
    /// </summary>
    public string? Continuation { get; set; }

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

        if (Continuation is { Length: > 0 } && skip is not null)
        {
            throw new ArgumentException(
                "ContactsPagingOptions.Continuation says where to go on, so Skip cannot be given as well: leave Skip unset to resume, or "
                + "Continuation null to start at Skip.", "paging");
        }
    }
}
