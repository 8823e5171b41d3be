namespace Contacts.Generated;

/// <summary>Base64 in the alphabet that a URL and a file name take, without padding.</summary>
internal static class PageTokenText
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Null unless the text is exactly what <see cref="Encode"/> makes: the platform's decoder is lenient about white space and spare bits.</summary>
    public static byte[]? Decode(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
            var bytes = Convert.FromBase64String(padded);
            return string.Equals(Encode(bytes), text, StringComparison.Ordinal) ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
