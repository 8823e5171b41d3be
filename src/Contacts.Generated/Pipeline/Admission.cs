using System.Threading.RateLimiting;

namespace Contacts.Generated;

/// <summary>
/// What a call waits for before each of its attempts: until the service accepts calls of this credential again, and then for a permit of
/// the application's limiter. Both waits are outside the attempt's limit and inside the call's.
/// </summary>
internal sealed class Admission(PipelineOptions options, RetryPolicy retries)
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(2);

    /// <summary>How long a call waits for a permit if it has no limit of its own.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly HoldBack _holdBack = new(options.TimeProvider);

    /// <summary>Whether there is nothing to wait for and nothing to look up.</summary>
    public bool IsFree(Call call) => call.Settings.RateLimiter is null && _holdBack.IsUnused;

    /// <summary>Waits until an attempt may begin. The call then has the limiter's lease.</summary>
    /// <returns>Why the call fails without a further request; null if the attempt may begin.</returns>
    public async ValueTask<Exception?> EnterAsync(Call call)
    {
        var mayBegin = false;
        try
        {
            while (!mayBegin)
            {
                if (await WaitForServiceAsync(call).ConfigureAwait(false) is { } refusal)
                {
                    return refusal;
                }

                if (call.Settings.RateLimiter is not { } limiter)
                {
                    mayBegin = true;
                }
                else if (await WaitForPermitAsync(call, limiter).ConfigureAwait(false) is { } timeout)
                {
                    return timeout;
                }
                else if (HoldOn(call) is null)
                {
                    mayBegin = true;
                }
                else
                {
                    // The service refused another call in the meantime.
                    call.EndLease();
                }
            }

            return null;
        }
        finally
        {
            if (!mayBegin)
            {
                _holdBack.Left(call);
            }
        }
    }

    /// <summary>Takes in the status of an attempt as soon as it is known.</summary>
    public void Answered(Call call, HttpResponseMessage response)
    {
        if ((int)response.StatusCode == 429)
        {
            var retryAfter = RetryAfterHeader.Read(response, options.TimeProvider);
            _holdBack.Refused(call, rounds => retryAfter ?? retries.BackoffInForce(call, rounds));
        }
        else
        {
            _holdBack.Accepted(call);
        }
    }

    /// <summary>Gives back what an attempt had, however it ended.</summary>
    public void Ended(Call call)
    {
        call.EndLease();
        if (call.CancellationToken.IsCancellationRequested)
        {
            _holdBack.Left(call);
        }
        else
        {
            _holdBack.Accepted(call);
        }
    }

    /// <summary>What the call has to wait for because the service refused another one; null for nothing.</summary>
    private Hold? HoldOn(Call call) => _holdBack.Enter(call, _holdBack.Now + call.Skipped);

    private async ValueTask<Exception?> WaitForServiceAsync(Call call)
    {
        if (HoldOn(call) is not { } hold)
        {
            return null;
        }

        using var wait = new MeasuredWait(options, call, "held-back");
        for (Hold? next = hold; next is { } now; next = HoldOn(call))
        {
            var left = TimeLeft(call) ?? call.Settings.Timeout;
            if (left <= TimeSpan.Zero || (now.First is null && now.Time >= left))
            {
                return call.LastError as ContactsRateLimitException
                    ?? new ContactsRateLimitException(requestId: call.SentRequestId, innerException: call.LastError)
                    {
                        IsHeldBack = true,
                        RetryAfter = now.Time,
                    };
            }

            if (now.First is null)
            {
                await wait.PauseAsync(now.Time, maySkip: true).ConfigureAwait(false);
            }
            else
            {
                await WaitForFirstAsync(now.First, now.Time < left ? now.Time : left, call.CancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    private async ValueTask WaitForFirstAsync(Task first, TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await first.WaitAsync(atMost, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The call asks again, and may go first itself.
        }
    }

    /// <summary>Asks the limiter until it gives a permit; one that refuses instead of waiting is asked again.</summary>
    private async ValueTask<Exception?> WaitForPermitAsync(Call call, RateLimiter limiter)
    {
        MeasuredWait? wait = null;
        try
        {
            for (var refusals = 0; ; refusals++)
            {
                var left = TimeLeft(call) ?? _patience - (wait?.Elapsed ?? TimeSpan.Zero);
                var source = new CancellationTokenSource();
                var asked = limiter.AcquireAsync(permitCount: 1, source.Token);
                wait ??= asked.IsCompleted ? null : new MeasuredWait(options, call, "limiter");
                var lease = asked.IsCompleted
                    ? await asked.ConfigureAwait(false)
                    : await InTimeAsync(asked.AsTask(), source, left, call.CancellationToken).ConfigureAwait(false);
                if (lease is { IsAcquired: true })
                {
                    call.Lease = lease;
                    return null;
                }

                var pause = lease is null ? left : PauseAfter(lease, refusals);
                lease?.Dispose();
                if (pause >= left)
                {
                    return NoPermit(call, limiter);
                }

                wait ??= new MeasuredWait(options, call, "limiter");

                // A limiter that refuses again has a clock of its own, which goes no faster if it is asked without end.
                await wait.PauseAsync(pause, maySkip: refusals == 0).ConfigureAwait(false);
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    /// <summary>Waits for a limiter that has a queue, and leaves the queue if that takes too long.</summary>
    /// <returns>What the limiter gave; null if the time is over.</returns>
    private async ValueTask<RateLimitLease?> InTimeAsync(
        Task<RateLimitLease> asked, CancellationTokenSource source, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            return await asked.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (!asked.IsFaulted && !asked.IsCanceled)
        {
            source.CancelSafely();

            // It may have been given at the same moment.
            _ = asked.ContinueWith(
                static late => late.Result.Dispose(), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            if (exception is TimeoutException)
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>
    /// How long to wait before asking again: as long as the limiter says, or a random time, so that many do not ask at the same moment.
    /// </summary>
    private TimeSpan PauseAfter(RateLimitLease lease, int refusals)
    {
        if (LeaseFacts.RetryAfterOf(lease) is { } retryAfter && retryAfter > TimeSpan.Zero)
        {
            return retryAfter;
        }

        var bound = Math.Min(_longestPause.TotalSeconds, _firstPause.TotalSeconds * Math.Pow(2, Math.Min(refusals, 10)));
        return TimeSpan.FromSeconds(bound * (1 + options.Jitter()) / 2);
    }

    private static ContactsTimeoutException NoPermit(Call call, RateLimiter limiter) =>
        new(call.Deadline ?? _patience, call.SentRequestId, call.LastError)
        {
            Kind = TimeoutKind.Limiter,
            Limiter = limiter.GetType().Name,
        };

    /// <returns>What is left of the call's own limit; null if it has none.</returns>
    private TimeSpan? TimeLeft(Call call) => call.Deadline - options.TimeProvider.GetElapsedTime(call.Started);
}

/// <summary>A wait before an attempt. When it ends, it is in the call's receipt and told to the telemetry.</summary>
internal sealed class MeasuredWait(PipelineOptions options, Call call, string reason) : IDisposable
{
    private readonly long _began = options.TimeProvider.GetTimestamp();
    private TimeSpan _skipped;

    public TimeSpan Elapsed => options.TimeProvider.GetElapsedTime(_began);

    /// <summary>Pauses, or skips the pause where that is allowed and the client is an emulator's.</summary>
    public async ValueTask PauseAsync(TimeSpan time, bool maySkip)
    {
        if (!maySkip)
        {
            await options.TimeProvider.PauseAsync(time, call.CancellationToken).ConfigureAwait(false);
            return;
        }

        var skipped = await options.PauseAsync(time, call.CancellationToken).ConfigureAwait(false);
        _skipped += skipped;
        call.Skipped += skipped;
    }

    public void Dispose()
    {
        var waited = Elapsed + _skipped;
        call.AddWait(waited, reason);
        options.Telemetry.Waited(call, waited, reason);
    }
}

/// <summary>Reads what a lease says besides.</summary>
internal static class LeaseFacts
{
    /// <summary>
    /// When to ask again. The platform's limiters give a time under the platform's name; others, such as those on Redis, give whole
    /// seconds under a name of their own.
    /// </summary>
    public static TimeSpan? RetryAfterOf(RateLimitLease lease)
    {
        foreach (var name in lease.MetadataNames)
        {
            if (name.Replace("_", "").EndsWith("RETRYAFTER", StringComparison.OrdinalIgnoreCase)
                && lease.TryGetMetadata(name, out var value))
            {
                return value switch
                {
                    TimeSpan time => time,
                    int seconds => TimeSpan.FromSeconds(seconds),
                    _ => null,
                };
            }
        }

        return null;
    }
}
