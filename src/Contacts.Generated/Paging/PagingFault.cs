using System.Globalization;

namespace Contacts.Generated;

/// <summary>The ways in which a server makes a list unreadable.</summary>
internal static class PagingFault
{
    public static ContactsInvalidResponseException Repeats(long position) => new(200)
    {
        Expected = After(position),
        Remedy = "The server repeats itself: one page after another holds only items that it sent before. It may ignore 'skip', or the list changes as fast as it is read: read it with a sort that stays, such as created_at, or with another query, or report it to the service.",
    };

    public static ContactsInvalidResponseException OneItemAPage(long position) => new(200)
    {
        Expected = After(position),
        Remedy = "The server sends one item a page, whatever 'limit' asks for; reading pages safely takes at least two. Raise the server's limit, or call the single-page method with Skip.",
    };

    public static ContactsInvalidResponseException TooFar(long position) => new(200)
    {
        Expected = "the end of the list",
        Remedy = string.Format(CultureInfo.InvariantCulture, "The list goes on beyond position {0}, where 'skip' cannot reach: narrow the query.", position),
    };

    private static string After(long position) =>
        string.Format(CultureInfo.InvariantCulture, "a page that goes on after position {0}", position);
}
