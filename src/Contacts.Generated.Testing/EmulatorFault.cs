namespace Contacts.Generated.Testing;

/// <summary>What goes wrong with a request; see <see cref="ContactsEmulator.FailNext"/>.</summary>
public abstract class EmulatorFault
{
    private protected EmulatorFault()
    {
    }

    /// <summary>The connection is reset before anything is done or answered.</summary>
    public static EmulatorFault ConnectionReset { get; } = new ResetFault();

    /// <summary>The request is done, and its answer stops in the middle of the body, with the connection left open until the client leaves or the emulator is disposed.</summary>
    public static EmulatorFault StalledBody { get; } = new PartialBodyFault(stalls: true);

    /// <summary>The request is done, and the connection ends in the middle of the body, which is shorter than its announced length.</summary>
    public static EmulatorFault TruncatedBody { get; } = new PartialBodyFault(stalls: false);

    /// <summary>A status is answered, and nothing is done.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="retryAfter">What the Retry-After header asks for, in whole seconds, rounded up; null for no such header.</param>
    /// <param name="body">The body, whose media type is seen from its first character: JSON, HTML or plain text, which is CSV where an export succeeds. Null for a body that the service or its gateway would send with this status.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is no such status, or <paramref name="retryAfter"/> is negative.</exception>
    public static EmulatorFault Status(int status, TimeSpan? retryAfter = null, string? body = null)
    {
        if (status is < 200 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status must be 200 to 599.");
        }

        if (retryAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "Retry-After must not be negative; leave it out for no such header.");
        }

        return new StatusFault(status, retryAfter, body);
    }

    /// <summary>The request waits, in real time, before it is done and answered.</summary>
    /// <param name="delay">How long; <see cref="Timeout.InfiniteTimeSpan"/> for an answer that never comes.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative, or longer than a day.</exception>
    public static EmulatorFault Delay(TimeSpan delay)
    {
        if (delay != Timeout.InfiniteTimeSpan && (delay < TimeSpan.Zero || delay > TimeSpan.FromDays(1)))
        {
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "The delay must be zero to a day, or Timeout.InfiniteTimeSpan.");
        }

        return new DelayFault(delay);
    }

    /// <summary>Does what goes wrong.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Whether the request was dealt with; false lets it be answered as usual.</returns>
    internal abstract Task<bool> ApplyAsync(FaultContext context);
}
