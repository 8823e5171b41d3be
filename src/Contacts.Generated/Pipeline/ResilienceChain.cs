using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Contacts.Generated;

/// <summary>
/// Retry, and in it the limit of an attempt, as Polly strategies that read their numbers from the call. No wait is begun that would
/// outlast the deadline, so the deadline can only end an attempt: it is the attempt's limit wherever less is left than that.
/// </summary>
internal static class ResilienceChain
{
    public static ResiliencePropertyKey<Call> CallKey { get; } = new("Contacts.Generated.Call");

    public static ResiliencePipeline Create(PipelineOptions options, ContactsTelemetry telemetry)
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
                    telemetry.Retrying(CallOf(args.Context));
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                // A transfer's limits last until its body is read, so they are kept by the transfer's own watch.
                TimeoutGenerator = args => new(CallOf(args.Context) is { Request.IsTransfer: false } call ? call.BeginLimit(options.TimeProvider) : TimeSpan.Zero),
                OnTimeout = static args =>
                {
                    CallOf(args.Context).EndByLimit();
                    return default;
                },
            })
            .Build();
    }

    private static Call CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(CallKey, out var call) ? call : throw new InvalidOperationException("The context carries no call.");
}
