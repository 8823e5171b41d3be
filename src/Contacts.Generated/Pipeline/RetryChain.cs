using Polly;
using Polly.Retry;

namespace Contacts.Generated;

/// <summary>
/// Goes on after a first attempt that failed, by Polly's retry with numbers read from the call. Nearly every call is over by then,
/// so none of it is on their way, and it is built when it is first needed.
/// </summary>
internal sealed class RetryChain(PipelineOptions options, Func<Call, ValueTask<Exception?>> attempt)
{
    private static readonly ResiliencePropertyKey<RetryRun> _runKey = new("Contacts.Generated.Run");

    private readonly Lazy<ResiliencePipeline> _pipeline = new(() => Create(options));

    /// <summary>Decides about a failure, and makes the attempts that follow.</summary>
    /// <returns>Why the call failed in the end; null if it did not.</returns>
    public async ValueTask<Exception?> FollowAsync(Call call, Exception failure)
    {
        var run = new RetryRun(call, failure);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(_runKey, run);
        try
        {
            return (await _pipeline.Value.ExecuteOutcomeAsync(AttemptAsync, context, run).ConfigureAwait(false)).Exception;
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
        context.Properties.TryGetValue(_runKey, out var run) ? run.Call : throw new InvalidOperationException("The context carries no call.");

    private async ValueTask<Outcome<object>> AttemptAsync(ResilienceContext context, RetryRun run)
    {
        var failure = run.TakeFirst() ?? await attempt(run.Call).ConfigureAwait(false);
        return failure is null ? Outcome.FromResult<object>(run) : Outcome.FromException<object>(failure);
    }

    /// <summary>A call on its way through the chain, whose first attempt is not made again.</summary>
    private sealed class RetryRun(Call call, Exception first)
    {
        private Exception? _first = first;

        public Call Call => call;

        public Exception? TakeFirst()
        {
            var first = _first;
            _first = null;
            return first;
        }
    }
}
