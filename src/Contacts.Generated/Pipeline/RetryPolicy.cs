namespace Contacts.Generated;

/// <summary>
/// Which failures are tried again, and after what wait: full jitter between nothing and a bound that doubles up to 8 s, or
/// what the service asked for. A wait that would outlast the deadline is not begun: the error surfaces at once.
/// </summary>
internal sealed class RetryPolicy(TimeProvider timeProvider, TimeSpan baseDelay, Func<double> jitter, Func<TimeSpan, TimeSpan>? keep = null)
{
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    public bool ShouldRetry(Call call, Exception exception)
    {
        if (call.CancellationToken.IsCancellationRequested || exception is ContactsTimeoutException { Kind: TimeoutKind.Total })
        {
            return false;
        }

        // An attempt's limit says less than what happened before it, and must not wipe that out.
        call.LastError = exception is ContactsException error and not ContactsTimeoutException { Kind: TimeoutKind.Attempt } ? error : call.LastError;
        if (exception is ContactsAuthenticationException && call is { CredentialRenewed: false, Settings.Credential.CanRenew: true, Request.CanReplay: true })
        {
            call.CredentialRenewed = true;
            return Plan(call, TimeSpan.Zero, "credential");
        }

        if (exception is ContactsException refusal && call.Request.CanReplay && call.Request.IsOtherAfter(refusal))
        {
            return Plan(call, TimeSpan.Zero, "expectation");
        }

        if (call.RetriesUsed >= call.Settings.MaxRetries || !IsTransient(exception) || !MaySendAgain(call))
        {
            return false;
        }

        var retryAfter = (exception as ContactsApiException)?.RetryAfter;
        if (!Plan(call, retryAfter ?? NextDelay(call.RetriesUsed), retryAfter is null ? "backoff" : "retry-after"))
        {
            return false;
        }

        call.RetriesUsed++;
        return true;
    }

    /// <summary>The wait that <see cref="ShouldRetry"/> planned.</summary>
    public TimeSpan? TakeDelay(Call call)
    {
        var wait = call.Attempts[call.AttemptCount - 1].Wait;
        return keep is null || wait == TimeSpan.Zero ? wait : keep(wait);
    }

    private static bool IsTransient(Exception exception) => exception is ContactsException { IsTransient: true };

    private static bool MaySendAgain(Call call) =>
        call.Request.CanReplay && (call.Request.IsIdempotent || call.WasNotProcessed);

    private bool Plan(Call call, TimeSpan delay, string reason)
    {
        // A transfer has no deadline of its own, and yet nobody waits for days because a header says so.
        if (call.Deadline is { } deadline
            ? timeProvider.GetElapsedTime(call.Started) + delay >= deadline
            : delay >= call.Settings.Timeout)
        {
            return false;
        }

        call.AddWait(delay, reason);
        return true;
    }

    private TimeSpan NextDelay(int retriesUsed)
    {
        var bound = Math.Min(MaxDelay.TotalSeconds, baseDelay.TotalSeconds * Math.Pow(2, Math.Min(retriesUsed, 30)));
        return TimeSpan.FromSeconds(bound * jitter());
    }
}
