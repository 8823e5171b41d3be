using System.Globalization;

namespace Contacts.Generated;

/// <summary>Reads a date of an HTTP header: the present form and the two old ones. The weekday is not looked at: servers get it wrong.</summary>
internal static class HttpDate
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    internal static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

        // Sunday, 06-Nov-94 08:49:37 GMT
        if (parts.Length == 4 && IsWeekday(parts[0]) && IsGmt(parts[3]) && parts[1].Split('-') is { Length: 3 } date && date[2].Length == 2)
        {
            return Build(date[0], date[1], FullYear(date[2], now), parts[2]);
        }

        // Sun, 06 Nov 1994 08:49:37 GMT
        if (parts.Length == 6 && IsWeekday(parts[0]) && IsGmt(parts[5]))
        {
            return Build(parts[1], parts[2], parts[3], parts[4]);
        }

        // Sun Nov  6 08:49:37 1994
        return parts.Length == 5 ? Build(parts[2], parts[1], parts[4], parts[3]) : null;
    }

    private static bool IsWeekday(string part) => part[part.Length - 1] == ',';

    private static bool IsGmt(string part) =>
        string.Equals(part, "GMT", StringComparison.OrdinalIgnoreCase) || string.Equals(part, "UTC", StringComparison.OrdinalIgnoreCase);

    /// <summary>Two digits that would lie more than 50 years ahead mean the last year in the past that ends so.</summary>
    private static string? FullYear(string digits, DateTimeOffset now)
    {
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var full = now.Year - (now.Year % 100) + year;
        full = full > now.Year + 50 ? full - 100 : full < now.Year - 50 ? full + 100 : full;
        return full.ToString("0000", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? Build(string day, string month, string? year, string time) =>
        year is not null
        && DateTimeOffset.TryParseExact(
            string.Join(" ", day, month, year, time), "d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, Utc, out var date)
            ? date
            : null;
}
