using System.Globalization;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Times as they are on the wire: ISO 8601, or an empty string for none.</summary>
internal static class WireTime
{
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Always with milliseconds, as the service writes them; with more digits only if there are more.</summary>
    public static string Format(DateTimeOffset time)
    {
        var fraction = time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? ".fff" : ".FFFFFFF";
        return time.ToString(Seconds + fraction + (time.Offset == TimeSpan.Zero ? "'Z'" : "zzz"), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a time; without an offset it is UTC. A blank string means no time; any other string is rejected.</summary>
    public static bool TryParse(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrWhiteSpace(text))
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
    /// Reads a time with an offset directly at the reader's position, which takes a fraction of the time. Without an offset, the framework
    /// would assume local time.
    /// </summary>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? time)
    {
        var text = reader.ValueSpan;
        var hasOffset = text.Length > 10
            && (text[text.Length - 1] == 'Z' || (text[text.Length - 3] == ':' && text[text.Length - 6] is (byte)'+' or (byte)'-'));
        time = hasOffset && reader.TryGetDateTimeOffset(out var exact) ? exact : null;
        return time is not null;
    }

    /// <summary>Year, month and day in that order: any other order would be a guess, and a time alone would mean today.</summary>
    private static bool BeginsWithDate(string text) => text.Length >= 10 && char.IsDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
