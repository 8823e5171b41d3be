using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Contacts.Cli.Recording;

/// <summary>
/// Replaces texts by invented ones of the same form: an id keeps its prefix and its length, a name its words and its script, a number its
/// digits. The same text becomes the same one everywhere in a recording, and another one in the next recording.
/// </summary>
internal sealed partial class Inventor
{
    private const int MaxTries = 50;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, string> _invented = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>How many different texts were replaced.</summary>
    public int Count => _invented.Count;

    /// <summary>The invented text for a real one.</summary>
    public string Replace(string text)
    {
        if (!_invented.TryGetValue(text, out var invented))
        {
            // Two texts must not become one, but there are only ten digits.
            for (var attempt = 0; attempt < MaxTries && (invented is null || invented == text || _taken.Contains(invented)); attempt++)
            {
                invented = Invent(text, new Letters(_key, text, attempt));
            }

            _invented.Add(text, invented!);
            _taken.Add(invented!);
        }

        return invented!;
    }

    /// <summary>Replaces in a longer text what was replaced elsewhere, and what has the form of an id, an address or a number.</summary>
    public string ReplaceWithin(string text)
    {
        // The longest first, since a short text may be a part of a long one.
        foreach (var (real, invented) in _invented.Where(static one => one.Key.Length >= 4).OrderByDescending(static one => one.Key.Length))
        {
            text = text.Replace(real, invented, StringComparison.Ordinal);
        }

        return Telling().Replace(WithoutCredentials(text), ReplaceOnce);
    }

    /// <summary>Replaces what has the form of a credential of the service, wherever it stands in a text.</summary>
    public string WithoutCredentials(string text) => Credential().Replace(text, ReplaceOnce);

    private string ReplaceOnce(Match match) => _taken.Contains(match.Value) ? match.Value : Replace(match.Value);

    private static string Invent(string text, Letters letters)
    {
        if (Email().Match(text) is { Success: true } email)
        {
            return letters.Like(email.Groups[1].Value) + "@example.com";
        }

        if (Address().Match(text) is { Success: true } address)
        {
            return $"{address.Groups[1].Value}example.com/{letters.Like(address.Groups[2].Value)}{address.Groups[3].Value}";
        }

        if (Date().IsMatch(text))
        {
            return $"{1950 + letters.Next(50)}-{1 + letters.Next(12):00}-{1 + letters.Next(28):00}";
        }

        var prefix = Id().Match(text) is { Success: true } id ? id.Groups[1].Value : "";
        var rest = text[prefix.Length..];
        return prefix + (Hexadecimal().IsMatch(rest) ? letters.Hexadecimal(rest) : letters.Like(rest));
    }

    [GeneratedRegex(
        @"\b(?:api|acc|login_acc)_[\w-]+|\beyJ[\w-]*\.[\w-]*\.[\w-]*|(?<=\bbearer\s+)\S+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credential();

    [GeneratedRegex(@"^([^@\s]+)@[^@\s]+\.[^@\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"^([a-z][a-z0-9+.-]*://)[^/]*/?([^?#]*?)(\.\w{1,5})?([?#].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    // A word and an underscore, before anything in which there is a digit.
    [GeneratedRegex(@"^([a-z]{1,12}(?:_[a-z]{1,12})?_)(?=\S*\d)\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9a-fA-F-]{8,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(
        @"[^\s""'<>@]+@[^\s""'<>@]+\.\w+|https?://[^\s""'<>]+"
        + @"|\b[a-z]{2,12}_[\w-]*\d[\w-]*|\b[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\b|\+?\d[\d\s().-]{5,}\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    /// <summary>Letters and digits that follow from a text, a key and the number of an attempt.</summary>
    private sealed class Letters(byte[] key, string text, int attempt)
    {
        private const string Han = "天地山水火木金土日月风雨";

        private readonly Random _random = new(BitConverter.ToInt32(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(attempt.ToString(CultureInfo.InvariantCulture) + text))));

        public int Next(int below) => _random.Next(below);

        public string Hexadecimal(string digits) => string.Concat(digits.Select(one =>
            one == '-' ? '-' : char.IsAsciiDigit(one) ? Digit : Of(char.IsUpper(one) ? "ABCDEF" : "abcdef")));

        /// <summary>Each letter and digit becomes another one of its kind; what else there is stays.</summary>
        public string Like(string form) => string.Concat(form.Select(one => one switch
        {
            >= '0' and <= '9' => Digit,
            >= 'a' and <= 'z' => Of("abcdefghijklmnopqrstuvwxyz"),
            >= 'A' and <= 'Z' => Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            >= 'а' and <= 'я' => Of("абвгдежзиклмнопрстуфхцчшэюя"),
            >= 'А' and <= 'Я' => Of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"),
            >= '\u3400' and <= '\u9fff' => Of(Han),
            _ when char.IsLetterOrDigit(one) => char.IsUpper(one) ? 'X' : 'x',
            _ => one,
        }));

        private char Digit => (char)('0' + _random.Next(10));

        private char Of(string alphabet) => alphabet[_random.Next(alphabet.Length)];
    }
}
