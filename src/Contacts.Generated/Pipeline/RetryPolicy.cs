namespace Contacts.Generated;

/// <summary>
/// Which failures are worth another attempt, and after what wait: what the service asked for, or else a backoff with full jitter, between
/// zero and a bound that doubles up to 8 s. A wait that would outlast the deadline is not begun; the error is reported at once.
/// </summary>
internal sealed class RetryPolicy(PipelineOptions options)
{
    private static readonly TimeSpan _longestBackoff = TimeSpan.FromSeconds(8);

    /// <summary>Decides what follows a failure, and records it for the receipt of the next attempt.</summary>
    /// <returns>The wait before the next attempt; null if there is none.</returns>
    public PlannedWait? WaitAfter(Call call, Exception failure)
    {
        if (call.CancellationToken.IsCancellationRequested || failure is ContactsTimeoutException { Kind: TimeoutKind.Total })
        {
            return null;
        }

        // The timeout of an attempt says less than an error before it, so it does not replace that error.
        call.LastError = failure is ContactsException error and not ContactsTimeoutException { Kind: TimeoutKind.Attempt }
            ? error
            : call.LastError;
        if (failure is ContactsAuthenticationException
            && call is { CredentialRenewed: false, Settings.Credential.CanRenew: true, Request.CanReplay: true })
        {
            call.CredentialRenewed = true;
            return Plan(call, TimeSpan.Zero, "credential");
        }

        if (failure is ContactsException refusal && call.Request.CanReplay && call.Request.ChangesAfter(refusal))
        {
            return Plan(call, TimeSpan.Zero, "expectation");
        }

        if (failure is not ContactsException { IsTransient: true } || call.RetriesUsed >= call.Settings.MaxRetries || !MaySendAgain(call))
        {
            return null;
        }

        var retryAfter = (failure as ContactsApiException)?.RetryAfter;
        var wait = Plan(call, retryAfter ?? BackoffOf(call), retryAfter is null ? "backoff" : "retry-after");
        call.RetriesUsed += wait is null ? 0 : 1;
        call.Backoff = null;
        return wait;
    }

    /// <summary>
    /// How long others should wait after a 429 that does not say how long: as long as this call will, or longer if they have waited for
    /// several rounds in vain.
    /// </summary>
    public TimeSpan BackoffInForce(Call call, int rounds) => rounds > call.RetriesUsed ? Backoff(rounds) : BackoffOf(call);

    private static bool MaySendAgain(Call call) => call.Request.CanReplay && (call.Request.IsIdempotent || call.WasNotProcessed);

    private PlannedWait? Plan(Call call, TimeSpan wait, string reason)
    {
        // A transfer has no deadline of its own, but must not wait for days because a header says so.
        var isTooLong = call.Deadline is { } deadline
            ? options.TimeProvider.GetElapsedTime(call.Started) + wait >= deadline
            : wait >= call.Settings.Timeout;
        if (isTooLong)
        {
            return null;
        }

        call.AddWait(wait, reason);
        return new PlannedWait(wait, reason);
    }

    /// <summary>The backoff before the call's next attempt; the same one, however often it is asked for.</summary>
    private TimeSpan BackoffOf(Call call) => call.Backoff ??= Backoff(call.RetriesUsed);

    private TimeSpan Backoff(int retriesUsed)
    {
        var bound = Math.Min(_longestBackoff.TotalSeconds, options.RetryDelay.TotalSeconds * Math.Pow(2, Math.Min(retriesUsed, 30)));
        return TimeSpan.FromSeconds(bound * options.Jitter());
    }
}

/// <summary>A wait before the next attempt, and its reason as the receipt has it.</summary>
internal readonly record struct PlannedWait(TimeSpan Time, string Reason);
