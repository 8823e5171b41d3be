namespace Contacts.Generated;

/// <summary>The client's options after validation, in the form that the pipeline uses.</summary>
internal sealed class PipelineOptions
{
    /// <summary>The service's address, which ends in a slash.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The service's path below the gateway, without slashes at its ends.</summary>
    public required string ServicePath { get; init; }

    public required JsonEngine Json { get; init; }

    public required IDialect Dialect { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required long MaxResponseBytes { get; init; }

    public required ContactsTelemetry Telemetry { get; init; }

    /// <summary>Random numbers from 0 to 1 for the waits between attempts.</summary>
    public Func<double> Jitter { get; init; } = RandomValues.NextJitter;

    /// <summary>Turns the wait that a retry plans into the one that it keeps; null keeps it as it is.</summary>
    public Func<TimeSpan, TimeSpan>? RetryWait { get; init; }
}

/// <summary>What holds for a call: the client's options, and over them those of the view it was made through.</summary>
internal sealed record CallSettings
{
    /// <summary>The limit of the whole call. Null where only the client's own was set, for that one does not count for transfers.</summary>
    public TimeSpan? ExplicitTimeout { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxRetries { get; init; }

    public required ContactsCredential Credential { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>The caller's own request id; null makes one for each call.</summary>
    public string? RequestId { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
