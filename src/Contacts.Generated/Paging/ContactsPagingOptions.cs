namespace Contacts.Generated;

/// <summary>How a list is read page by page. Read once, when the paging method is called; a wrong value is refused there, before anything is sent.</summary>
public sealed class ContactsPagingOptions
{
    /// <summary>
    /// How many items to ask for at once: 2 or more, 100 by default. Each page starts at the last item of the one before, so that a page brings one new
    /// item less than its size. The server may send fewer than were asked for; nothing is lost by that.
    /// </summary>
    public int PageSize { get; set; } = 100;

    /// <summary>
    /// How many pages may be under way or waiting to be read at the same time, the one being read included: 1 to 64, 1 by default, which asks for a page
    /// only when it is wanted. Pages come in order whatever the number. After the server's first "too many requests" the rest is read one page at a time.
    /// </summary>
    public int MaxPagesInFlight { get; set; } = 1;

    /// <summary>
    /// Where to go on: the <see cref="ContactsPage{T}.Continuation"/> of a page of the same list, or <see langword="null"/>, the default, or an empty text
    /// for the beginning. It belongs to the gateway, the organization, the operation and its parameters that it came from; <c>Skip</c> must not be given beside it.
    /// </summary>
    public string? Continuation { get; set; }
}
