using System.Text;

namespace Contacts.Generated;

/// <summary>
/// Takes what is secret in a call out of texts that came from outside: by value, in whichever encoding the value stands there. It is made
/// only where a text from outside is about to be shown, which is when a call has failed or somebody asked for an answer's headers.
/// </summary>
internal sealed class Redactor
{
    /// <summary>Stands where a secret was.</summary>
    public const string Mark = "***";

    /// <summary>Shorter values are parts of ordinary words.</summary>
    private const int MinLength = 4;

    private readonly HashSet<string> _plain = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _raw = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _base64 = new(StringComparer.Ordinal);

    /// <summary>Knows no call, and so only what can be told by its form: the user name and the password in an address.</summary>
    public static Redactor None { get; } = new();

    /// <summary>
    /// A text of ours that is shown as it is, though a part of it may look like a secret: the id that the request was sent with.
    /// </summary>
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

    /// <summary>The text with a mark in place of each secret.</summary>
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

    /// <summary>Whether there is no secret in the text.</summary>
    public bool IsClean(string? text) => string.IsNullOrEmpty(text) || Find(text!).Count == 0;

    /// <summary>A short word that means something only as a whole: null if a secret is in it.</summary>
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

    /// <summary>Finds "user:password" in addresses such as http://user:password@proxy:8080, whoever they belong to.</summary>
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
/// Finds a value within Base64 text, such as that of <c>Proxy-Authorization: Basic</c>, wherever it begins in what was encoded.
/// </summary>
internal static class Base64Cores
{
    /// <summary>Shorter pieces stand in any text by chance.</summary>
    private const int MinLength = 4;

    /// <summary>
    /// The characters that the value alone decides, for each of the three places in a group of bytes at which it can begin; also in the
    /// alphabet of addresses.
    /// </summary>
    public static IEnumerable<string> Of(byte[] value)
    {
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before + value.Length];
            value.CopyTo(bytes, before);
            var encoded = Convert.ToBase64String(bytes);

            // The first characters also carry what stands before the value, and the last one what comes behind it.
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
    /// The whole run of Base64 around a piece of it: what surrounds a value there belongs to it, as the name does to a password.
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
