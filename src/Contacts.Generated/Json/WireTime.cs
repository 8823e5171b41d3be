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

        if (TryParseUsual(text!, out time))
        {
            return true;
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!BeginsWithDate(text!) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }

    /// <summary>
    /// The form that the service writes, 2026-01-02T03:04:05.678Z, which the framework's own parser takes four times as long for.
    /// </summary>
    private static bool TryParseUsual(string text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T'
            || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        {
            return false;
        }

        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2));
        var (hour, minute, second, millisecond) = (Digits(text, 11, 2), Digits(text, 14, 2), Digits(text, 17, 2), Digits(text, 20, 3));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ||
            hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || millisecond < 0)
        {
            return false;
        }

        time = new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
        return true;
    }

    /// <summary>A number of some digits; -1 if one of them is none.</summary>
    private static int Digits(string text, int start, int count)
    {
        var number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return -1;
            }

            number = (number * 10) + text[i] - '0';
        }

        return number;
    }

    /// <summary>A year, a month and a day, in that order: any other order is a guess, and a time alone would be of today.</summary>
    private static bool BeginsWithDate(string text) => text.Length >= 10 && char.IsDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
