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
