namespace Contacts.Generated;

/// <summary>The grand total of a list from the two numbers that the service sends, of which one is the page's own.</summary>
internal static class PageTotal
{
    public static int? Of(int? count, int? total) => count is null ? total : total is null ? count : Math.Max(count.Value, total.Value);
}
