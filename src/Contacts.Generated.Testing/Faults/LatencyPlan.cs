namespace Contacts.Generated.Testing;

/// <summary>How long the next responses take.</summary>
internal sealed class LatencyPlan(ContactsEmulatorOptions options)
{
    private readonly object _gate = new();
    private Random _random = new(options.Seed);

    /// <param name="operation">The requested operation; null if no operation was.</param>
    public TimeSpan Next(string? operation)
    {
        var latency = operation is not null && options.LatencyOf.TryGetValue(operation, out var own) ? own : options.Latency;
        if (latency is null)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            return latency.Delay + (latency.Jitter * ((2 * _random.NextDouble()) - 1));
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _random = new Random(options.Seed);
        }
    }
}
