using System.Globalization;

namespace Contacts.Generated;

/// <summary>Times as the wire has them: ISO 8601, or an empty string for none.</summary>
internal static class WireTime
{
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Milliseconds always, as the service writes them; more only if there are more.</summary>
    public static string Format(DateTimeOffset time)
    {
        var fraction = time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? ".fff" : ".FFFFFFF";
        return time.ToString(Seconds + fraction + (time.Offset == TimeSpan.Zero ? "'Z'" : "zzz"), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a time; a text without an offset is UTC. A blank text is no time; any other text is refused.</summary>
    public static bool TryParse(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!BeginsWithDate(text!) ||
            !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }

    /// <summary>A year, a month and a day, in that order: any other order is a guess, and a time alone would be of today.</summary>
    private static bool BeginsWithDate(string text) => text.Length >= 10 && char.IsDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
