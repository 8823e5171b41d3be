namespace Contacts.Generated;

/// <summary>
/// Decides which short strings from a response may appear in messages and public properties. Everything else may be personal data.
/// </summary>
internal static class LogSafe
{
    private const int MaxLength = 64;

    /// <summary>An error code: one short word without spaces or '@'.</summary>
    public static string? CodeOrNull(string? text) => IsToken(text) ? text : null;

    /// <summary>A request id or an operation name, with the same characters.</summary>
    public static string? RequestIdOrNull(string? text) => IsToken(text) ? text : null;

    /// <summary>The <c>type/subtype</c> of a content type without its parameters, which may contain a file name.</summary>
    public static string? MediaTypeOrNull(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parameters = text.IndexOf(';');
        var mediaType = (parameters < 0 ? text : text.Substring(0, parameters)).Trim();
        var slash = mediaType.IndexOf('/');
        return slash > 0
            && IsToken(mediaType.Substring(0, slash).Replace('+', '-'))
            && IsToken(mediaType.Substring(slash + 1).Replace('+', '-'))
            ? mediaType
            : null;
    }

    private static bool IsToken(string? text)
    {
        if (text is null || text.Length is 0 or > MaxLength)
        {
            return false;
        }

        var meaningful = false;
        foreach (var character in text)
        {
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                meaningful = true;
            }
            else if (character is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return meaningful;
    }
}
