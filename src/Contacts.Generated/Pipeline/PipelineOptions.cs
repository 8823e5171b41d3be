namespace Contacts.Generated;

/// <summary>The client's options after validation, in the form that the pipeline uses.</summary>
internal sealed class PipelineOptions
{
    /// <summary>The service's address, which ends in a slash.</summary>
    public required Uri BaseAddress { get; init; }

    public required JsonEngine Json { get; init; }

    public required Dialect Dialect { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required long MaxResponseBytes { get; init; }

    public required ContactsTelemetry Telemetry { get; init; }

    /// <summary>Random numbers from 0 to 1 for the waits between attempts.</summary>
    public Func<double> Jitter { get; init; } = RandomJitter.Next;

    /// <summary>Turns the wait that a retry plans into the one that it keeps; null keeps it as it is.</summary>
    public Func<TimeSpan, TimeSpan>? RetryWait { get; init; }
}
