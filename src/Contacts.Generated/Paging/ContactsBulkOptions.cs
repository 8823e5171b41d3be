namespace Contacts.Generated;

/// <summary>
/// How many calls are made for the items of a sequence. Read once, when the method is called; a wrong value is refused there.
/// </summary>
public sealed class ContactsBulkOptions
{
    /// <summary>
    /// How many calls may be under way, or ended with a result that has not been taken, at the same time: 1 to 64, 4 by default.
    /// </summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>The number of calls, checked before anything is sent.</summary>
    internal int Check() => MaxConcurrency is >= 1 and <= 64
        ? MaxConcurrency
        : throw new ArgumentOutOfRangeException(
            "options", MaxConcurrency, "ContactsBulkOptions.MaxConcurrency must be from 1 to 64: leave it at 4, or set it to 1 to make one "
            + "call after the other.");
}
