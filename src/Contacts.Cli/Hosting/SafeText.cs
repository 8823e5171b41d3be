using System.Buffers;
using System.Globalization;
using System.Text;

namespace Contacts.Cli.Hosting;

/// <summary>
/// Makes text from the service safe for a terminal: a name must not move the cursor, change colours or reverse the line.
/// </summary>
internal static class SafeText
{
    /// <summary>Bidirectional embeddings, overrides and isolates, which would reorder the columns that follow.</summary>
    private static readonly SearchValues<char> _direction = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    public static string Of(string text) => text.All(IsSafe) ? text : Replace(text);

    /// <summary>Text for an error message: safe, in one line, and cut to a length.</summary>
    public static string OneLine(string text, int length)
    {
        var clean = Of(text).Trim();
        return clean.Length <= length ? clean : clean[..length] + "…";
    }

    /// <summary>Makes lines safe for a terminal; line breaks and tabs stay.</summary>
    public static string OfLines(string text) => Map(text, static letter => letter switch
    {
        '\n' or '\t' => null,
        '\r' => "",
        _ => "\uFFFD",
    });

    /// <summary>
    /// Makes JSON safe for a terminal: unsafe characters can only occur in a string there, and are escaped, so that the value stays the
    /// same.
    /// </summary>
    public static string OfJson(string text) =>
        Map(text, static letter => letter == '\n' ? null : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"));

    /// <param name="text">The text.</param>
    /// <param name="instead">What replaces an unsafe character; null to keep it.</param>
    private static string Map(string text, Func<char, string?> instead)
    {
        if (text.All(IsSafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = !IsSafe(letter) && instead(letter) is { } other ? safe.Append(other) : safe.Append(letter);
        }

        return safe.ToString();
    }

    private static bool IsSafe(char letter) =>
        !char.IsControl(letter)
        && !_direction.Contains(letter)
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Replace(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (IsSafe(letter))
            {
                safe.Append(letter);
            }
            else if (!_direction.Contains(letter))
            {
                safe.Append(letter == '\t' ? ' ' : '\uFFFD');
            }
        }

        return safe.ToString();
    }
}
