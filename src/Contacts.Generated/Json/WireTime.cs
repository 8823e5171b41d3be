using System.Globalization;

namespace Contacts.Generated;

/// <summary>Times as the wire has them: ISO 8601, or an empty string for none.</summary>
internal static class WireTime
{
    /// <summary>Milliseconds always, as the service writes them; more only if there are more.</summary>
    public static string Format(DateTimeOffset time)
    {
        var isWholeMilliseconds = time.Ticks % TimeSpan.TicksPerMillisecond == 0;
        return time.ToString(
            (isUtc: time.Offset == TimeSpan.Zero, isWholeMilliseconds) switch
            {
                (true, true) => "yyyy-MM-ddTHH:mm:ss.fff'Z'",
                (true, false) => "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'",
                (false, true) => "yyyy-MM-ddTHH:mm:ss.fffzzz",
                (false, false) => "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
            },
            CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a time; a text without an offset is UTC. A blank text is no time; any other text is refused.</summary>
    public static bool TryParse(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!char.IsDigit(text![0]) ||
            !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }
}
