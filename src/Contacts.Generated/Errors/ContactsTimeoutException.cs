namespace Contacts.Generated;

/// <summary>
/// A time limit was reached. The message says which one and how to raise it. The caller's own cancellation is an
/// <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ContactsTimeoutException : ContactsException
{
    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="timeout">The limit that was reached.</param>
    /// <param name="requestId">The id that was sent with the request, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsTimeoutException(TimeSpan timeout, string? requestId = null, Exception? innerException = null)
        : base(requestId, innerException) => Timeout = timeout;

    /// <summary>The limit that was reached.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    internal TimeoutKind Kind { get; init; }

    /// <summary>The type of the limiter that gave no permit.</summary>
    internal string? Limiter { get; init; }

    internal override string Summary => Kind switch
    {
        TimeoutKind.Attempt => "An attempt did not finish within its limit of " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Total =>
            "The call did not finish within its limit of " + ErrorMessage.Seconds(Timeout) + ", retries and waits included",
        TimeoutKind.Idle => "The transfer stalled: no byte moved for " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Limiter => $"The RateLimiter ({Limiter}) gave no permit within the call's limit of {ErrorMessage.Seconds(Timeout)}, "
            + $"so no {(Attempts.Count == 0 ? "" : "further ")}request was sent",
        TimeoutKind.Client when Timeout > TimeSpan.Zero =>
            "The HttpClient, or a handler in it, cancelled the call after its own limit of " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Client => "The HttpClient, or a handler in it, cancelled the call after a time limit of its own",
        _ => "The call did not finish within " + ErrorMessage.Seconds(Timeout),
    };

    internal override string Advice => Kind switch
    {
        TimeoutKind.Attempt =>
            "Set AttemptTimeout in the client's options or through WithOptions to allow more; the gateway itself gives up after 30 s.",
        TimeoutKind.Total =>
            "Set Timeout in the client's options or through WithOptions to allow more; for uploads and exports only WithOptions counts.",
        TimeoutKind.Idle => "Set AttemptTimeout through WithOptions to allow a longer pause, and check the network.",
        TimeoutKind.Limiter =>
            "Make fewer calls at a time, let the limiter permit more, or set Timeout to wait longer; for uploads and exports only that of "
            + "WithOptions counts.",
        TimeoutKind.Client => "Set the HttpClient's Timeout to InfiniteTimeSpan, and remove time limits from its handlers: "
            + "AttemptTimeout and Timeout limit every call, bodies included.",
        _ => "Set AttemptTimeout or Timeout in the client's options or through WithOptions to allow more.",
    };
}

/// <summary>Which time limit ended a call.</summary>
internal enum TimeoutKind
{
    /// <summary>Unknown: an application's test created the exception.</summary>
    Unknown = 0,

    /// <summary>One attempt, including its body, took too long.</summary>
    Attempt,

    /// <summary>The whole call, including retries and waits, took too long.</summary>
    Total,

    /// <summary>No byte of a transfer moved for too long.</summary>
    Idle,

    /// <summary>The application's limiter gave no permit in time.</summary>
    Limiter,

    /// <summary>The injected HttpClient or one of its handlers timed out.</summary>
    Client,
}
