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

    /// <summary>Pads a text with spaces to a width, or cuts it between visible characters and ends it with an ellipsis.</summary>
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
