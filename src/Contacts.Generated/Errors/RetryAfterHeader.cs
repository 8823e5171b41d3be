namespace Contacts.Generated;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>
    /// The longest wait that every .NET timer accepts; a longer one is reduced to it, which also keeps sums from overflowing.
    /// </summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <returns>The wait; zero for a date in the past; null if the header is missing or cannot be read.</returns>
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
