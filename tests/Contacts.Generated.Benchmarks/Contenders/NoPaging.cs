namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>For contenders that have no paging of their own: whoever uses them writes the loop, which is measured once, with raw.</summary>
internal static class NoPaging
{
    public static NotSupportedException Error() => new("This contender has no paging.");
}
