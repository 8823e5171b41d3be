using System.Globalization;
using System.Text;
using Wcwidth;

namespace Contacts.Cli.Output;

/// <summary>
/// How much of a terminal's width a text takes: two columns for a Chinese character or an emoji, none for a combining mark.
/// </summary>
internal static class TextWidth
{
    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : Math.Max(0, UnicodeCalculator.GetWidth(text));

    /// <summary>Pads a text with spaces to a width, or shortens it to what says most, with an ellipsis for what is left out.</summary>
    public static string Fit(string text, int width, Shortening shortening = Shortening.Beginning)
    {
        var own = Of(text);
        if (own > width)
        {
            text = Shorten(text, width, shortening);
            own = Of(text);
        }

        return text + new string(' ', Math.Max(0, width - own));
    }

    private static string Shorten(string text, int width, Shortening shortening)
    {
        const int Day = 10;
        if (shortening == Shortening.Day && width >= Day)
        {
            return text[..Day];
        }

        var end = shortening == Shortening.BothEnds ? (width - 1) / 3 : 0;
        return Beginning(text, width - 1 - end) + '…' + (end > 0 ? Ending(text, end) : "");
    }

    /// <summary>As many visible characters from the beginning as there is room for.</summary>
    private static string Beginning(string text, int width)
    {
        var taken = new StringBuilder();
        foreach (var element in ElementsOf(text))
        {
            width -= Of(element);
            if (width < 0)
            {
                break;
            }

            taken.Append(element);
        }

        return taken.ToString();
    }

    private static string Ending(string text, int width)
    {
        var taken = "";
        foreach (var element in ElementsOf(text).Reverse())
        {
            width -= Of(element);
            if (width < 0)
            {
                break;
            }

            taken = element + taken;
        }

        return taken;
    }

    private static IEnumerable<string> ElementsOf(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
