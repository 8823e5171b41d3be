namespace Contacts.Generated;

/// <summary>By what a list waits.</summary>
/// <param name="TimeProvider">The client's clock.</param>
/// <param name="Jitter">Returns random numbers from 0 to 1.</param>
/// <param name="Replace">Replaces a planned pause, as it does the wait before a retry; null leaves it as it is.</param>
internal sealed record PauseClock(TimeProvider TimeProvider, Func<double> Jitter, Func<TimeSpan, TimeSpan>? Replace);

/// <summary>
/// The pauses of a list while the service answers 429: what the service asks for, or else between half and the whole of a bound that
/// doubles up to a minute, so that many readers do not come back at the same moment.
/// </summary>
/// <param name="clock">By what to wait.</param>
/// <param name="maxBlock">The longest time without a page; zero never to wait.</param>
internal sealed class BlockPauses(PauseClock clock, TimeSpan maxBlock)
{
    private static readonly TimeSpan _longestBackoff = TimeSpan.FromMinutes(1);

    /// <summary>No timer waits for much longer than a month.</summary>
    private static readonly TimeSpan _longestPause = TimeSpan.FromDays(1);

    private long _began;
    private TimeSpan _skipped;
    private int _pauses;

    /// <summary>The reader begins to wait for a page.</summary>
    public void Begin() => (_began, _skipped, _pauses) = (clock.TimeProvider.GetTimestamp(), TimeSpan.Zero, 0);

    /// <summary>Pauses before the page is asked for again.</summary>
    /// <param name="refusal">The service's answer.</param>
    /// <param name="isOld">Whether there was a pause since that answer, so that there is no reason for another one.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>False, at once, if the page must not be asked for again.</returns>
    public async Task<bool> PauseAsync(ContactsRateLimitException refusal, bool isOld, CancellationToken cancellationToken)
    {
        // A pause that a test skips counts all the same, or a service that refuses for ever would be asked without end.
        var left = maxBlock - (clock.TimeProvider.GetElapsedTime(_began) + _skipped);
        var asked = refusal.RetryAfter is { } time && time > TimeSpan.Zero && !isOld ? refusal.RetryAfter : null;
        if (left <= TimeSpan.Zero || asked > left)
        {
            return false;
        }

        if (!isOld)
        {
            var planned = Least(Least(asked ?? Backoff(), left), _longestPause);
            var pause = clock.Replace?.Invoke(planned) ?? planned;
            _skipped += planned - pause;
            await clock.TimeProvider.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan Backoff()
    {
        var bound = Math.Min(_longestBackoff.TotalSeconds, Math.Pow(2, ++_pauses));
        return TimeSpan.FromSeconds(bound * (1 + clock.Jitter()) / 2);
    }
}
