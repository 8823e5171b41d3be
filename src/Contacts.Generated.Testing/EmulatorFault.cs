namespace Contacts.Generated.Testing;

/// <summary>What goes wrong with a request; see <see cref="ContactsEmulator.FailNext"/>.</summary>
public abstract class EmulatorFault
{
    private protected EmulatorFault()
    {
    }

    /// <summary>The connection is reset before the request is carried out.</summary>
    public static EmulatorFault ConnectionReset { get; } = new ResetFault();

    /// <summary>
    /// The request is carried out, and the response stops in the middle of its body. The connection stays open until the client disconnects
    /// or the emulator is disposed.
    /// </summary>
    public static EmulatorFault StalledBody { get; } = new PartialBodyFault(stalls: true);

    /// <summary>
    /// The request is carried out, and the connection ends in the middle of the response's body, short of its Content-Length.
    /// </summary>
    public static EmulatorFault TruncatedBody { get; } = new PartialBodyFault(stalls: false);

    /// <summary>The response has this status, and the request is not carried out.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="retryAfter">The value of the Retry-After header, rounded up to whole seconds; null for no such header.</param>
    /// <param name="body">
    /// The body, whose first character decides the media type: JSON, HTML or plain text, or CSV for an export that succeeds. Null for the
    /// body that the service or its gateway would send with this status.
    /// </param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="status"/> is not 200 to 599, or <paramref name="retryAfter"/> is negative.
    /// </exception>
    public static EmulatorFault Status(int status, TimeSpan? retryAfter = null, string? body = null)
    {
        if (status is < 200 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status must be 200 to 599.");
        }

        if (retryAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(retryAfter), retryAfter, "retryAfter must not be negative; leave it out to send no such header.");
        }

        return new StatusFault(status, retryAfter, body);
    }

    /// <summary>The request waits, in real time, before it is carried out.</summary>
    /// <param name="delay">How long; <see cref="Timeout.InfiniteTimeSpan"/> for a response that never comes.</param>
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

    /// <summary>Carries out the fault.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Whether the request has been handled; false to respond as usual.</returns>
    internal abstract Task<bool> ApplyAsync(FaultContext context);
}
