using System.Globalization;
using System.Text;
using Wcwidth;

namespace Contacts.Cli.Output;

/// <summary>How many columns of a terminal a text takes: two for a Chinese character or an emoji, none for a combining mark.</summary>
internal static class TextWidth
{
    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : Math.Max(0, UnicodeCalculator.GetWidth(text));

    /// <summary>Fills with spaces up to a width, or cuts between characters as a reader sees them and says so with an ellipsis.</summary>
    public static string Fit(string text, int width)
    {
        var own = Of(text);
        if (own <= width)
        {
            return text + new string(' ', width - own);
        }

        var cut = new StringBuilder();
        var taken = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var more = Of(element);
            if (taken + more > width - 1)
            {
                break;
            }

            cut.Append(element);
            taken += more;
        }

        return cut.Append('…').Append(' ', Math.Max(0, width - taken - 1)).ToString();
    }
}
