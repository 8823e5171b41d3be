namespace Contacts.Generated;

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
