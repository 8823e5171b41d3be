namespace Contacts.Generated;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The longest wait that every timer of .NET takes; a longer one is cut to it, so that no sum overflows.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <returns>The wait, zero for a moment that is past; null when there is no header, or none that can be understood.</returns>
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
        var header = response.Headers.RetryAfter;
        if ((header?.Delta ?? header?.Date - timeProvider.GetUtcNow()) is not { } wait)
        {
            return null;
        }

        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
