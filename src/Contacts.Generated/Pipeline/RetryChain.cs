using Polly;
using Polly.Retry;

namespace Contacts.Generated;

/// <summary>
/// Goes on after a first attempt that failed, by Polly's retry with numbers read from the call. Nearly every call is over by then,
/// so none of it is on their way, and a client makes it when it first needs it.
/// </summary>
internal sealed class RetryChain(PipelineOptions options, Func<Call, ValueTask<Exception?>> attempt)
{
    private readonly ResiliencePipeline _pipeline = Create(options);

    /// <summary>Decides about a failure, and makes the attempts that follow.</summary>
    /// <returns>Why the call failed in the end; null if it did not.</returns>
    public async ValueTask<Exception?> FollowAsync(Call call, Exception failure)
    {
        var run = new RetryRun(call, failure);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(RetryRun.Key, run);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(AttemptAsync, context, run).ConfigureAwait(false);

            // A caller who has cancelled by now does not get into the chain; what had come before it is still the answer.
            return run.TakeFirst() ?? outcome.Exception;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Create(PipelineOptions options)
    {
        var policy = new RetryPolicy(options.TimeProvider, options.RetryDelay, options.Jitter, options.RetryWait);
        return new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                // How often is the call's own matter: ShouldHandle counts.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new(args.Outcome.Exception is { } exception && policy.ShouldRetry(CallOf(args.Context), exception)),
                DelayGenerator = args => new(policy.TakeDelay(CallOf(args.Context))),
                OnRetry = args =>
                {
                    options.Telemetry.Retrying(CallOf(args.Context));
                    return default;
                },
            })
            .Build();
    }

    private static Call CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(RetryRun.Key, out var run) ? run.Call : throw new InvalidOperationException("The context carries no call.");

    private async ValueTask<Outcome<object>> AttemptAsync(ResilienceContext context, RetryRun run)
    {
        var failure = run.TakeFirst() ?? await attempt(run.Call).ConfigureAwait(false);
        return failure is null ? Outcome.FromResult<object>(run) : Outcome.FromException<object>(failure);
    }

    /// <summary>A call on its way through the chain, whose first attempt is not made again.</summary>
    private sealed class RetryRun(Call call, Exception first)
    {
        private Exception? _first = first;

        public static ResiliencePropertyKey<RetryRun> Key { get; } = new("Contacts.Generated.Run");

        public Call Call => call;

        public Exception? TakeFirst()
        {
            var first = _first;
            _first = null;
            return first;
        }
    }
}
