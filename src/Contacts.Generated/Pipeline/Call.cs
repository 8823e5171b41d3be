using System.Threading.RateLimiting;

namespace Contacts.Generated;

/// <summary>One call on its way through the pipeline: what it sends, with which settings, and what has happened so far.</summary>
internal abstract class Call(PipelineOptions options, PipelineRequest request, CallSettings settings, CancellationToken cancellationToken)
    : ICallRecord
{
    private ContactsAttempt[] _attempts = [];
    private TimeSpan _wait;
    private string? _waitReason;
    private List<string>? _earlierSecrets;
    private string? _secret;
    private Transport? _transport;
    private Redactor? _redactor;

    public PipelineRequest Request { get; private set; } = request;

    public CallSettings Settings { get; private set; } = settings;

    public string Operation => Request.Operation;

    /// <summary>The method that the call was made with, even if a fallback sends another.</summary>
    public HttpMethod Method { get; } = request.Method;

    public HttpMethod LastMethod => Request.Method;

    public string? UrlTemplate => Request.UrlTemplate;

    public string RequestId { get; } = settings.RequestId ?? RandomValues.NextRequestId();

    /// <summary>The request id; null if no request was sent yet.</summary>
    public string? SentRequestId => _attempts.Length == 0 ? null : RequestId;

    /// <summary>When the call began, as a timestamp of the time provider.</summary>
    public long Started { get; } = options.TimeProvider.GetTimestamp();

    /// <summary>The caller's token. The token of an attempt is also cancelled by the attempt's limits.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The time limit of the whole call; null for a transfer unless the caller set one.</summary>
    public TimeSpan? Deadline => Request.IsTransfer ? Settings.ExplicitTimeout : Settings.Timeout;

    public int RetriesUsed { get; set; }

    /// <summary>The backoff before the next attempt, once it was chosen.</summary>
    public TimeSpan? Backoff { get; set; }

    /// <summary>How long the waits of this call were together that were skipped, which only an emulator's clients do.</summary>
    public TimeSpan Skipped { get; set; }

    /// <summary>The limiter's permit for the attempt that is under way.</summary>
    public RateLimitLease? Lease { get; set; }

    /// <summary>Whether the credential has been renewed after a 401, which is done once per call.</summary>
    public bool CredentialRenewed { get; set; }

    /// <summary>Whether the service is known not to have processed the last attempt.</summary>
    public bool WasNotProcessed { get; set; }

    /// <summary>The status of the last response; 0 if there was none.</summary>
    public int Status { get; set; }

    public IReadOnlyList<ContactsAttempt> Attempts => _attempts;

    /// <summary>The last error, which is the one to report if the deadline is reached later.</summary>
    public ContactsException? LastError { get; set; }

    /// <summary>What the call expects, for the message about a response that is something else.</summary>
    public abstract string Expected { get; }

    /// <summary>The value that was read; null if there is none.</summary>
    public virtual object? ResponseValue => null;

    /// <summary>
    /// Removes this call's secrets from text that comes from outside. Created when such text is first shown, which in most calls is never.
    /// </summary>
    public Redactor Redactor => _redactor ??= CallSecrets.Of(this, _transport);

    /// <summary>The secrets sent so far; after a renewal that includes the refused one.</summary>
    public IEnumerable<string> Secrets => [.. _earlierSecrets ?? [], .. _secret is null ? [] : new[] { _secret }];

    /// <summary>Remembers the secret and the transport that an attempt uses.</summary>
    public void Use(string secret, Transport transport)
    {
        _transport = transport;
        if (_secret is not null && _secret != secret)
        {
            (_earlierSecrets ??= []).Add(_secret);
            _redactor = null;
        }

        _secret = secret;
    }

    /// <summary>Takes a successful response; what it reads is the call's result.</summary>
    /// <returns>Whether the response is still open and owned by the call's result.</returns>
    public abstract ValueTask<bool> AcceptAsync(
        HttpResponseMessage response, TransferTimeout? timeout, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a receipt, with the waits since the one before. Nearly every call has exactly one, so no room is reserved for more.
    /// </summary>
    public void AddAttempt(int? status, string? error, TimeSpan duration)
    {
        _attempts = [.. _attempts, new ContactsAttempt(status, error, duration, _wait, _waitReason)];
        (_wait, _waitReason) = (TimeSpan.Zero, null);
    }

    /// <summary>Records a wait for the receipt of the next attempt.</summary>
    public void AddWait(TimeSpan wait, string reason)
    {
        _wait += wait;
        _waitReason = _waitReason is null ? reason : _waitReason + "+" + reason;
    }

    /// <summary>Gives the limiter's permit back, unless a stream has taken it over.</summary>
    public void EndLease()
    {
        var lease = Lease;
        Lease = null;
        lease?.Dispose();
    }

    /// <summary>The request to send once instead, after an error; null if there is none.</summary>
    public virtual PipelineRequest? FallbackAfter(ContactsException error) => null;

    /// <summary>Switches to the fallback request, which is not retried.</summary>
    public void FallBackTo(PipelineRequest other)
    {
        Request = other;
        Settings = Settings with { MaxRetries = 0 };
        _redactor = null;
    }
}

/// <summary>A call that sends the caller's own request and returns its response unread.</summary>
internal sealed class CustomCall(PipelineOptions options, CustomRequest request, CallSettings settings, CancellationToken cancellationToken)
    : Call(options, request, settings, cancellationToken)
{
    public HttpResponseMessage? Response { get; private set; }

    public override string Expected => "a response";

    public override ValueTask<bool> AcceptAsync(HttpResponseMessage response, TransferTimeout? timeout, CancellationToken cancellationToken)
    {
        Response = response;
        return new ValueTask<bool>(true);
    }
}
