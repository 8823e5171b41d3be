namespace Contacts.Generated;

/// <summary>The total count of a list, from the two numbers that the service sends, one of which counts only the page.</summary>
internal static class PageTotal
{
    public static int? Of(int? count, int? total) => count is null ? total : total is null ? count : Math.Max(count.Value, total.Value);
}
