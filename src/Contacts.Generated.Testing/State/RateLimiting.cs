using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Counts the requests of each credential, and refuses those that are too many. To use it, lock the state's gate.</summary>
internal sealed class RateLimiting(ContactsEmulatorOptions options, RetryWaits waits)
{
    private readonly Dictionary<string, Usage> _usages = new(StringComparer.Ordinal);
    private readonly long _started = options.TimeProvider.GetTimestamp();

    /// <summary>What a client skipped has passed, too.</summary>
    private TimeSpan Now => options.TimeProvider.GetElapsedTime(_started) + waits.Skipped;

    /// <summary>Counts a request.</summary>
    /// <returns>The refusal, or null if the request is accepted.</returns>
    public Reply? Refuse(Exchange exchange)
    {
        if (options.RateLimit is not { } limit)
        {
            return null;
        }

        var now = Now;
        if (!_usages.TryGetValue(exchange.Credential, out var usage) || now >= usage.End)
        {
            usage = _usages[exchange.Credential] = new Usage { End = now + limit.Window };
        }

        usage.Count++;
        if (usage.Count <= limit.Permits)
        {
            return null;
        }

        if (usage.Count == limit.Permits + 1 && limit.Block > TimeSpan.Zero)
        {
            usage.End = now + limit.Block;
        }

        return limit.SendsRetryAfter
            ? ErrorReplies.TooManyRequests with { Headers = [new("Retry-After", SecondsOf(usage.End - now))] }
            : ErrorReplies.TooManyRequests;
    }

    public void Clear() => _usages.Clear();

    private static string SecondsOf(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private sealed class Usage
    {
        public long Count { get; set; }

        /// <summary>When the window or the block ends.</summary>
        public TimeSpan End { get; set; }
    }
}
