using System.Threading.RateLimiting;

namespace Contacts.Generated;

/// <summary>The client's options after validation, as the pipeline uses them.</summary>
internal sealed class PipelineOptions
{
    /// <summary>The service's base address, which ends in a slash.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The service's path below the gateway, without leading or trailing slashes.</summary>
    public required string ServicePath { get; init; }

    public required JsonEngine Json { get; init; }

    public required IDialect Dialect { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required long MaxResponseBytes { get; init; }

    public required ContactsTelemetry Telemetry { get; init; }

    /// <summary>Returns random numbers from 0 to 1, for the jitter of the backoff.</summary>
    public Func<double> Jitter { get; init; } = RandomValues.NextJitter;

    /// <summary>Replaces the planned wait before a retry; null leaves it as it is.</summary>
    public Func<TimeSpan, TimeSpan>? RetryWait { get; init; }

    /// <summary>Waits, or skips the wait.</summary>
    /// <returns>How much of the wait was skipped.</returns>
    public async ValueTask<TimeSpan> PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var actual = wait > TimeSpan.Zero && RetryWait is { } replaced ? replaced(wait) : wait;
        await TimeProvider.PauseAsync(actual, cancellationToken).ConfigureAwait(false);
        return wait - actual;
    }
}

/// <summary>The settings of one call: the client's options, overridden by those of the view that it is made through.</summary>
internal sealed record CallSettings
{
    /// <summary>
    /// The time limit of the whole call if it was set for this call; null for the client's default, which does not apply to transfers.
    /// </summary>
    public TimeSpan? ExplicitTimeout { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxRetries { get; init; }

    /// <summary>Gives a permit for each attempt; null for none. It belongs to the application.</summary>
    public RateLimiter? RateLimiter { get; init; }

    public required ContactsCredential Credential { get; init; }

    /// <summary>Where the contract wants the secret, unless an operation wants it elsewhere.</summary>
    public required SecurityPlan Security { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>The caller's own request id; null to generate one per call.</summary>
    public string? RequestId { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>Rewrites requests from the contract's form into that of one kind of gateway.</summary>
internal interface IDialect
{
    /// <summary>Rewrites a request before it is sent.</summary>
    void Shape(OperationRequest request);

    /// <summary>The request to try once after a call failed; null if there is none.</summary>
    OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error);

    /// <summary>The dialect that a response suggests to use instead; null if there is none, or it has been suggested already.</summary>
    ContactsDialect? SuggestAfter(object? response);
}

/// <summary>The contract's own form, in which nothing is rewritten.</summary>
internal sealed class ContractDialect : IDialect
{
    public void Shape(OperationRequest request)
    {
    }

    public OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;

    public ContactsDialect? SuggestAfter(object? response) => null;
}
