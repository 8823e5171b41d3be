using System.Text;

namespace Contacts.Generated;

/// <summary>
/// Removes a call's secrets from text that came from outside, in whatever encoding they appear there. Created only when such text is about
/// to be shown: after a failed call, or when a response's headers are read.
/// </summary>
internal sealed class Redactor
{
    /// <summary>Replaces a secret.</summary>
    public const string Mark = "***";

    /// <summary>Shorter values occur in ordinary words.</summary>
    private const int MinLength = 4;

    private readonly HashSet<string> _plain = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _raw = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _base64 = new(StringComparer.Ordinal);

    /// <summary>Knows no call's secrets, and so removes only what its form reveals: the user name and password in an address.</summary>
    public static Redactor None { get; } = new();

    /// <summary>The request id that was sent, which is shown as it is even if a part of it looks like a secret.</summary>
    public string? Own { get; init; }

    /// <summary>Adds a value that must not be shown.</summary>
    public void Add(string? value)
    {
        if (value is null || value.Length < MinLength || !_raw.Add(value))
        {
            return;
        }

        AddPlain(value);
        AddPlain(value.Trim());
        foreach (var core in Base64Cores.Of(Encoding.UTF8.GetBytes(value)))
        {
            _base64.Add(UnescapedText.Of(core).Text);
        }
    }

    /// <summary>Replaces each secret in the text by a mark.</summary>
    public string Clean(string text)
    {
        var found = Find(text);
        if (found.Count == 0)
        {
            return text;
        }

        found.Sort();
        var clean = new StringBuilder(text.Length);
        var end = 0;
        foreach (var (from, to) in found)
        {
            if (from >= end && (from > end || end == 0))
            {
                clean.Append(text, end, from - end).Append(Mark);
            }

            end = Math.Max(end, to);
        }

        return clean.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Whether the text contains no secret.</summary>
    public bool IsClean(string? text) => string.IsNullOrEmpty(text) || Find(text!).Count == 0;

    /// <summary>Returns a short value that would be useless with a mark in it: unchanged, or null if it contains a secret.</summary>
    public string? WholeOrNull(string? text) => IsClean(text) ? text : null;

    private void AddPlain(string value)
    {
        var plain = UnescapedText.Of(value).Text;
        if (plain.Length >= MinLength)
        {
            _plain.Add(plain);
        }
    }

    private List<(int From, int To)> Find(string text)
    {
        var found = new List<(int From, int To)>();
        if (text == Own)
        {
            return found;
        }

        var plain = UnescapedText.Of(text);
        FindUserInfo(text, (from, to) => found.Add((from, to)));
        FindUserInfo(plain.Text, (from, to) => found.Add(plain.Given(from, to)));
        foreach (var value in _raw)
        {
            FindAll(text, value, StringComparison.OrdinalIgnoreCase, (from, to) => found.Add((from, to)));
        }

        foreach (var value in _plain)
        {
            FindAll(plain.Text, value, StringComparison.OrdinalIgnoreCase, (from, to) => found.Add(plain.Given(from, to)));
        }

        foreach (var core in _base64)
        {
            FindAll(plain.Text, core, StringComparison.Ordinal, (from, to) => found.Add(Base64Cores.Run(text, plain.Given(from, to))));
        }

        return found;
    }

    private static void FindAll(string text, string value, StringComparison comparison, Action<int, int> add)
    {
        for (var at = text.IndexOf(value, comparison); at >= 0; at = text.IndexOf(value, at + 1, comparison))
        {
            add(at, at + value.Length);
        }
    }

    /// <summary>Finds "user:password" in addresses such as http://user:password@proxy:8080.</summary>
    private static void FindUserInfo(string text, Action<int, int> add)
    {
        const string Separator = "://";
        var start = 0;
        for (int at; (at = text.IndexOf(Separator, start, StringComparison.Ordinal)) >= 0;)
        {
            start = at + Separator.Length;
            var end = text.IndexOfAny(['/', '\\', '?', '#', ' ', '"', '\'', '<', '>', '\r', '\n', '\t'], start);
            at = text.LastIndexOf('@', (end < 0 ? text.Length : end) - 1, (end < 0 ? text.Length : end) - start);
            if (at > start)
            {
                add(start, at);
            }
        }
    }
}

/// <summary>
/// Finds a value inside Base64 text, such as that of <c>Proxy-Authorization: Basic</c>, at whatever offset it was encoded.
/// </summary>
internal static class Base64Cores
{
    /// <summary>Shorter pieces occur in any text by chance.</summary>
    private const int MinLength = 4;

    /// <summary>
    /// The Base64 characters that depend on the value alone, for each of the three offsets in a group of bytes at which it can begin; also
    /// in the URL-safe alphabet.
    /// </summary>
    public static IEnumerable<string> Of(byte[] value)
    {
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before + value.Length];
            value.CopyTo(bytes, before);
            var encoded = Convert.ToBase64String(bytes);

            // The first characters also depend on what precedes the value, and the last one on what follows it.
            var first = before == 0 ? 0 : before + 1;
            var core = encoded.Substring(first, (bytes.Length * 8 / 6) - first);
            if (core.Length < MinLength)
            {
                continue;
            }

            yield return core;
            if (core.IndexOfAny(['+', '/']) >= 0)
            {
                yield return core.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    /// <summary>
    /// Extends a piece of Base64 to the whole run around it, since that belongs together, as a user name does to a password.
    /// </summary>
    public static (int From, int To) Run(string text, (int From, int To) piece)
    {
        var (from, to) = piece;
        while (from > 0 && IsPart(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && IsPart(text[to]))
        {
            to++;
        }

        return (from, to);
    }

    private static bool IsPart(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/' or '-' or '_' or '=' or '%';
}
