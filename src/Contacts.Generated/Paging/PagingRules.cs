namespace Contacts.Generated;

/// <summary>What the paging options may be, and the numbers that the reading goes by.</summary>
internal static class PagingRules
{
    public const int DefaultPageSize = 100;

    /// <summary>One item of each page is known already: a page of one would bring nothing.</summary>
    public const int MinPageSize = 2;

    public const int MaxPagesInFlight = 64;

    /// <summary>How many ids are remembered to recognise an item that comes again.</summary>
    public const int Window = 10_000;

    /// <summary>How many ids a continuation carries: so many items in a row can vanish and the place is still found by a known one.</summary>
    public const int ContinuationIds = 16;

    /// <summary>Refuses what cannot work, before anything is sent; the text of a continuation is checked where it is read.</summary>
    /// <param name="paging">The caller's options.</param>
    /// <param name="skip">The caller's <c>Skip</c>, from the options of the operation.</param>
    public static void Check(ContactsPagingOptions? paging, int? skip)
    {
        if (skip < 0)
        {
            throw OutOfRange(skip.Value, "Skip is the number of items to leave out at the beginning: give 0 or more, or leave it unset.", "options");
        }

        if (paging is null)
        {
            return;
        }

        if (paging.PageSize < MinPageSize)
        {
            throw OutOfRange(paging.PageSize, "ContactsPagingOptions.PageSize must be at least 2, because each page starts at the last item of the one before: "
                + "set it to 2 or more, or leave it at 100.");
        }

        if (paging.MaxPagesInFlight is < 1 or > MaxPagesInFlight)
        {
            throw OutOfRange(paging.MaxPagesInFlight, "ContactsPagingOptions.MaxPagesInFlight must be from 1 to 64: set it to 1 to read one page at a time, "
                + "or to a number from 2 to 64 to read ahead.");
        }

        if (paging.Continuation is { Length: > 0 } && skip is not null)
        {
            throw Refusal("ContactsPagingOptions.Continuation says where to go on, so Skip cannot be given as well: leave Skip unset to resume, "
                + "or Continuation null to start at Skip.");
        }
    }

    /// <summary>The argument is the client's, whose methods all call it <c>paging</c>.</summary>
    public static ArgumentException Refusal(string message, string parameter = "paging") => new(message, parameter);

    private static ArgumentOutOfRangeException OutOfRange(int value, string message, string parameter = "paging") => new(parameter, value, message);
}
