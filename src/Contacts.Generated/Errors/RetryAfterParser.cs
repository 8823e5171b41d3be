using System.Globalization;

namespace Contacts.Generated;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date in the three forms that RFC 9110 has, in every culture and time zone alike.</summary>
internal static class RetryAfterParser
{
    /// <summary>The longest wait that every timer of .NET takes; a longer one is cut to it, so that no sum overflows.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Reads the header of a response.</summary>
    /// <returns>The wait, zero for a moment that is past, or <see langword="null"/> when there is no header or none that can be understood.</returns>
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
#if NET8_0_OR_GREATER
        // As received: the typed view rewrites a date.
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }
#else
        if (!response.Headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }
#endif
        foreach (var value in values)
        {
            if (Parse(value, timeProvider.GetUtcNow()) is { } wait)
            {
                return wait;
            }
        }

        return null;
    }

    /// <summary>Reads one value of the header.</summary>
    internal static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text![0] is >= '0' and <= '9')
        {
            return ParseSeconds(text);
        }

        return HttpDate.Parse(text, now) is { } date ? Limit(date - now) : null;
    }

    private static TimeSpan? ParseSeconds(string text)
    {
        var longest = (long)Longest.TotalSeconds + 1;
        var seconds = 0L;
        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return null;
            }

            seconds = Math.Min(longest, (seconds * 10) + (character - '0'));
        }

        return Limit(TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond));
    }

    private static TimeSpan Limit(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}

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
