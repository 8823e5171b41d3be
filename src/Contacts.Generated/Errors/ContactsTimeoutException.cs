namespace Contacts.Generated;

/// <summary>
/// A time limit of this client ran out; the message says which one and what raises it. A cancellation by the caller is an
/// <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ContactsTimeoutException : ContactsException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="timeout">The limit that ran out.</param>
    /// <param name="requestId">The id that was sent with the request, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsTimeoutException(TimeSpan timeout, string? requestId = null, Exception? innerException = null)
        : base(requestId, innerException) => Timeout = timeout;

    /// <summary>The limit that ran out.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    internal TimeoutKind Kind { get; init; }

    internal override string Summary => Kind switch
    {
        TimeoutKind.Attempt => "An attempt did not finish within its limit of " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Total => "The call did not finish within its limit of " + ErrorMessage.Seconds(Timeout) + ", retries and waits included",
        TimeoutKind.Idle => "The transfer stalled: no byte moved for " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Client when Timeout > TimeSpan.Zero => "The HttpClient that sends, or a handler in it, ended the call by its own limit of " + ErrorMessage.Seconds(Timeout),
        TimeoutKind.Client => "The HttpClient that sends, or a handler in it, ended the call by a limit of its own",
        _ => "The call did not finish within " + ErrorMessage.Seconds(Timeout),
    };

    internal override string Advice => Kind switch
    {
        TimeoutKind.Attempt => "Set AttemptTimeout in the client's options or through WithOptions to allow more; the gateway gives up by itself after 30 s.",
        TimeoutKind.Total => "Set Timeout in the client's options or through WithOptions to allow more; uploads and exports have only the one of WithOptions.",
        TimeoutKind.Idle => "Set AttemptTimeout through WithOptions to allow a longer pause, and check the network.",
        TimeoutKind.Client => "Set the HttpClient's Timeout to InfiniteTimeSpan, and take limits out of its handlers: AttemptTimeout and Timeout bound every call, bodies included.",
        _ => "Set AttemptTimeout or Timeout in the client's options or through WithOptions to allow more.",
    };
}

/// <summary>Which time limit ended a call.</summary>
internal enum TimeoutKind
{
    /// <summary>Not known: an application's test made the exception.</summary>
    Unknown = 0,

    /// <summary>One attempt, its body included, took too long.</summary>
    Attempt,

    /// <summary>The call as a whole, retries and waits included, took too long.</summary>
    Total,

    /// <summary>No byte of a transfer moved for too long.</summary>
    Idle,

    /// <summary>A limit of the injected client or of a handler in it.</summary>
    Client,
}
