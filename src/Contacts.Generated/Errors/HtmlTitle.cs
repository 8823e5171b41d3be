using System.Net;

namespace Contacts.Generated;

/// <summary>Finds the title of an HTML error page: all of such a page that says something.</summary>
internal static class HtmlTitle
{
    /// <summary>A page's title stands near its start.</summary>
    private const int SearchedLength = 8 * 1024;

    internal static string? Find(string html)
    {
        var searched = Math.Min(html.Length, SearchedLength);
        var open = html.IndexOf("<title", 0, searched, StringComparison.OrdinalIgnoreCase);
        var start = open < 0 ? -1 : html.IndexOf('>', open, searched - open);
        var end = start < 0 ? -1 : html.IndexOf("</title", start, searched - start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : OneLine(WebUtility.HtmlDecode(html.Substring(start + 1, end - start - 1)));
    }

    private static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
