namespace Contacts.Generated;

/// <summary>
/// Which failures are worth another attempt, and after what wait: what the service asked for, or else a backoff with full jitter, between
/// zero and a bound that doubles up to 8 s. A wait that would outlast the deadline is not begun; the error is reported at once.
/// </summary>
internal sealed class RetryPolicy(PipelineOptions options)
{
    private static readonly TimeSpan _longestBackoff = TimeSpan.FromSeconds(8);

    /// <summary>Decides what follows a failure, and records it in the attempt's receipt.</summary>
    /// <returns>How long to wait before the next attempt; null if there is none.</returns>
    public TimeSpan? WaitAfter(Call call, Exception failure)
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
        var wait = Plan(call, retryAfter ?? Backoff(call.RetriesUsed), retryAfter is null ? "backoff" : "retry-after");
        call.RetriesUsed += wait is null ? 0 : 1;
        return wait;
    }

    private static bool MaySendAgain(Call call) => call.Request.CanReplay && (call.Request.IsIdempotent || call.WasNotProcessed);

    private TimeSpan? Plan(Call call, TimeSpan wait, string reason)
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
        return wait;
    }

    private TimeSpan Backoff(int retriesUsed)
    {
        var bound = Math.Min(_longestBackoff.TotalSeconds, options.RetryDelay.TotalSeconds * Math.Pow(2, Math.Min(retriesUsed, 30)));
        return TimeSpan.FromSeconds(bound * options.Jitter());
    }
}
