using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Contacts.Generated;

/// <summary>Deadline, retry and attempt limit, as Polly strategies that read their numbers from the call.</summary>
internal static class ResilienceChain
{
    public static ResiliencePropertyKey<Call> CallKey { get; } = new("Contacts.Generated.Call");

    public static ResiliencePipeline Create(PipelineOptions options, ContactsTelemetry telemetry)
    {
        var policy = new RetryPolicy(options.TimeProvider, options.RetryDelay, options.Jitter, options.RetryWait);
        return new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddTimeout(new TimeoutStrategyOptions
            {
                // A transfer's deadline lasts until its body is read, so it is kept by the transfer's own watch.
                TimeoutGenerator = args => new(CallOf(args.Context) is { Request.IsTransfer: false } call ? call.TimeLeft(options.TimeProvider) : TimeSpan.Zero),
                OnTimeout = static args => Note(args.Context, TimeoutKind.Total),
            })
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
                TimeoutGenerator = static args => new(CallOf(args.Context) is { Request.IsTransfer: false } call ? call.Settings.AttemptTimeout : TimeSpan.Zero),
                OnTimeout = static args => Note(args.Context, TimeoutKind.Attempt),
            })
            .Build();
    }

    private static Call CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(CallKey, out var call) ? call : throw new InvalidOperationException("The context carries no call.");

    private static ValueTask Note(ResilienceContext context, TimeoutKind kind)
    {
        CallOf(context).TimedOut = kind;
        return default;
    }
}
