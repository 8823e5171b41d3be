namespace Contacts.Generated;

/// <summary>What follows from a page.</summary>
internal enum PageOutcome
{
    /// <summary>Ask for the next page, which overlaps this one.</summary>
    GoOn,

    /// <summary>Ask what stands after the last item known: there may be something that the page did not show.</summary>
    LookBeyond,

    /// <summary>The list has ended.</summary>
    Last,
}
