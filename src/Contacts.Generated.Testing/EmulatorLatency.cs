namespace Contacts.Generated.Testing;

/// <summary>How long an emulator takes for a response; see <see cref="ContactsEmulatorOptions.Latency"/>.</summary>
public sealed record EmulatorLatency
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a response takes, zero to a day. Default zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// By how much a response is quicker or slower than <see cref="Delay"/>, at most as much as it; each amount up to this is equally
    /// likely, and the seed decides. Default zero.
    /// </summary>
    public TimeSpan Jitter { get; init; }
}
