using System.Globalization;
using System.Text;

namespace Contacts.ContractTool;

/// <summary>A name on the wire that becomes a name in C#.</summary>
/// <param name="Wire">The name on the wire.</param>
/// <param name="Given">The name that the document gives it (<c>x-csharp-name</c>); null for none.</param>
internal readonly record struct WireName(string Wire, string? Given = null);

/// <summary>
/// Chooses the C# names in one scope. A name depends on the names that it clashes with, never on the order in the document, so a member
/// that is inserted before others renames none of them.
/// </summary>
internal static class Identifiers
{
    private static readonly Dictionary<char, string> _words = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['@'] = "At",
        ['$'] = "Dollar",
        ['#'] = "Hash",
        ['%'] = "Percent",
        ['&'] = "And",
        ['*'] = "Star",
        ['/'] = "Slash",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['='] = "Equal",
        ['!'] = "Not",
        ['.'] = "Dot",
        ['~'] = "Tilde",
        ['?'] = "Any",
        [':'] = "Colon",
        [','] = "Comma",
        ['|'] = "Or",
        ['^'] = "Caret",
        [' '] = "Space",
        ['_'] = "_",
    };

    /// <summary>A C# name for each, in the given order; null for those that cannot be told apart.</summary>
    /// <param name="names">The names in one scope.</param>
    /// <param name="isTaken">Whether a name is already in use for something else.</param>
    /// <param name="suffix">What to append to a name that is taken.</param>
    /// <param name="ignoresCase">Whether names that differ only in case clash, as the names of files do.</param>
    public static string?[] Assign(IReadOnlyList<WireName> names, Func<string, bool> isTaken, string suffix, bool ignoresCase = false)
    {
        var result = new string?[names.Count];
        var given = names.Select(static name => name.Given).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var same in names.Index().GroupBy(one => one.Item.Given is { } own ? own : Pascal(one.Item.Wire)))
        {
            var entries = same.ToList();
            foreach (var (index, name) in entries)
            {
                result[index] = name.Given
                    ?? (IsPlainest(name, entries.Select(static one => one.Item)) && !given.Contains(same.Key)
                        ? same.Key
                        : Spelled(name.Wire));
                if (name.Given is null && isTaken(result[index]!))
                {
                    result[index] += suffix;
                }
            }
        }

        foreach (var same in result.Index().GroupBy(static one => one.Item, StringComparer.Ordinal).Where(static same => same.Count() > 1))
        {
            foreach (var (index, name) in same)
            {
                result[index] = names[index].Given ?? (char.IsLower(names[index].Wire[0]) ? "Lower" + name : name);
            }
        }

        foreach (var same in result.Index().GroupBy(static one => one.Item, StringComparer.OrdinalIgnoreCase).ToList())
        {
            foreach (var (index, name) in same.Where(_ => ignoresCase && same.Count() > 1))
            {
                result[index] = names[index].Given is null && name!.Length > 1 && !name.Any(char.IsLower) ? "Upper" + name : name;
            }
        }

        foreach (var (index, _) in result.Index()
            .GroupBy(static one => one.Item, StringComparer.Ordinal)
            .SelectMany(static same => same.Skip(1)))
        {
            result[index] = null;
        }

        return result;
    }

    /// <summary>The name in PascalCase: split at everything but letters and digits, each part with a capital.</summary>
    public static string Pascal(string wire)
    {
        var name = new StringBuilder(wire.Length + 1);
        var isStart = true;

        // The words of LIGHT_BLUE are written in capitals; ID and URL are words themselves.
        var isAllCapitals = !wire.Any(char.IsLower)
            && wire.SkipWhile(static one => !char.IsLetterOrDigit(one)).Any(static one => !char.IsLetterOrDigit(one));
        foreach (var character in wire)
        {
            if (char.IsLetterOrDigit(character) || IsMark(character))
            {
                name.Append(isStart ? char.ToUpperInvariant(character) : isAllCapitals ? char.ToLowerInvariant(character) : character);
                isStart = false;
            }
            else
            {
                isStart = true;
            }
        }

        return name.Length == 0 ? Spelled(wire) : WithValidStart(name.ToString());
    }

    /// <summary>The name in camelCase, for a parameter; a keyword gets an <c>@</c>.</summary>
    public static string Camel(string pascal)
    {
        var capitals = pascal.TakeWhile(char.IsUpper).Count();
        var lower = capitals <= 1 || capitals == pascal.Length ? Math.Min(1, pascal.Length) : capitals - 1;
        var name = capitals == pascal.Length ? pascal.ToLowerInvariant() : pascal[..lower].ToLowerInvariant() + pascal[lower..];
        return CSharpNaming.IsKeyword(name) ? "@" + name : name;
    }

    /// <summary>The words in a name, in lower case, for sentences: <c>DisplayName</c> and <c>display_name</c> are "display name".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var (index, character) in name.Index())
        {
            if (!char.IsLetterOrDigit(character))
            {
                words.Append(' ');
            }
            else
            {
                var begins = index > 0 && char.IsUpper(character)
                    && (char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
                words.Append(begins ? " " : "").Append(char.ToLowerInvariant(character));
            }
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The name with its symbols as words and its underscores kept, which distinguishes <c>-name</c> from <c>name</c>.</summary>
    private static string Spelled(string wire)
    {
        var name = new StringBuilder();
        var isStart = true;
        foreach (var (index, character) in wire.Index())
        {
            if (char.IsLetterOrDigit(character) || IsMark(character))
            {
                name.Append(isStart ? char.ToUpperInvariant(character) : character);
                isStart = false;
            }
            else
            {
                name.Append(character == '-' && index > 0
                    ? "Dash"
                    : _words.GetValueOrDefault(character, FormattableString.Invariant($"U{(int)character:X4}")));
                isStart = true;
            }
        }

        return name.Length == 0 ? "Empty" : WithValidStart(name.ToString());
    }

    // If several become the same name, the plainest keeps it: the only one without symbols, or the only one that is spelled as in C#.
    private static bool IsPlainest(WireName name, IEnumerable<WireName> same)
    {
        var others = same.Where(one => one.Wire != name.Wire).ToList();
        return others.Count == 0
            || (IsPlain(name) && !others.Exists(IsPlain))
            || (IsExact(name) && !others.Exists(IsExact) && IsPlain(name));
    }

    private static bool IsPlain(WireName name) => name.Given is not null || name.Wire.All(char.IsLetterOrDigit);

    private static bool IsExact(WireName name) => name.Given is not null || name.Wire == Pascal(name.Wire);

    private static string WithValidStart(string name) => char.IsLetter(name[0]) || name[0] == '_' ? name : "_" + name;

    private static bool IsMark(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
