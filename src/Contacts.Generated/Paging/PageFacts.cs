namespace Contacts.Generated;

/// <summary>What the rules about the end of a list go by.</summary>
/// <param name="Skip">Where the page was asked to start.</param>
/// <param name="Limit">How many items were asked for.</param>
/// <param name="Count">How many came.</param>
/// <param name="HasMore">What the server said.</param>
/// <param name="Total">What the server said.</param>
/// <param name="NewIds">How many ids of the page are new.</param>
/// <param name="HasNothingNewAfter">Whether nothing follows what the page shares with the one before.</param>
/// <param name="IsSame">Whether it has the length and the first id of the page before.</param>
internal readonly record struct PageFacts(int Skip, int Limit, int Count, bool? HasMore, int? Total, int NewIds, bool HasNothingNewAfter, bool IsSame)
{
    public int End => Skip + Count;

    /// <summary>The grand total, if it can be one: servers also send the length of the page under that name.</summary>
    public int? GrandTotal => Total >= End ? Total : null;

    public bool TotalSaysMore => GrandTotal > End;
}
