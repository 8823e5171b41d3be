namespace Contacts.Generated;

/// <summary>One call on its way through the pipeline: what it sends, under which settings, and what has happened so far.</summary>
internal abstract class Call(PipelineOptions options, PipelineRequest request, CallSettings settings, CancellationToken cancellationToken) : ICallRecord
{
    private ContactsAttempt[] _attempts = [];
    private List<string>? _earlierSecrets;
    private string? _secret;
    private Transport? _transport;
    private Redactor? _redactor;

    public PipelineRequest Request { get; private set; } = request;

    public CallSettings Settings { get; private set; } = settings;

    public string Operation => Request.Operation;

    /// <summary>The method of the call as it was made, whatever form it took later.</summary>
    public HttpMethod Method { get; } = request.Method;

    public HttpMethod LastMethod => Request.Method;

    public string? UrlTemplate => Request.UrlTemplate;

    public string RequestId { get; } = settings.RequestId ?? RandomValues.NextRequestId();

    /// <summary>When it began, as a timestamp of the clock.</summary>
    public long Started { get; } = options.TimeProvider.GetTimestamp();

    /// <summary>The caller's token; the attempts' own tokens also end by limits.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The limit of the whole call; none for a transfer unless one was asked for.</summary>
    public TimeSpan? Deadline => Request.IsTransfer ? Settings.ExplicitTimeout : Settings.Timeout;

    public int RetriesUsed { get; set; }

    /// <summary>Whether the credential was asked for again after a 401, which is done once a call.</summary>
    public bool CredentialRenewed { get; set; }

    /// <summary>Whether the last attempt is known to have left nothing at the service.</summary>
    public bool WasNotProcessed { get; set; }

    /// <summary>The status of the last response; 0 if there was none.</summary>
    public int Status { get; set; }

    public IReadOnlyList<ContactsAttempt> Attempts => _attempts;

    /// <summary>The last error, which surfaces when the deadline ends the wait after it.</summary>
    public ContactsException? LastError { get; set; }

    /// <summary>What the call expects, for the message about a response that is something else.</summary>
    public abstract string Expected { get; }

    /// <summary>What was read; null if nothing was.</summary>
    public virtual object? Answer => null;

    /// <summary>Takes what is secret in this call out of texts from outside. Made when such a text is first shown, which most calls never do.</summary>
    public Redactor Redactor => _redactor ??= CallSecrets.Of(this, _transport);

    /// <summary>The secrets that were sent so far: after a renewal the refused one too.</summary>
    public IEnumerable<string> Secrets => [.. _earlierSecrets ?? [], .. _secret is null ? [] : new[] { _secret }];

    /// <summary>Remembers what an attempt authenticates with, and which way it goes.</summary>
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

    /// <summary>Takes over a success; what it reads is the call's result.</summary>
    /// <returns>Whether the response is still open, and the call's result owns it.</returns>
    public abstract ValueTask<bool> AcceptAsync(HttpResponseMessage response, TransferTimeout? timeout, CancellationToken cancellationToken);

    /// <summary>Adds a receipt. Nearly every call has one, so there is no room kept for more.</summary>
    public void AddAttempt(ContactsAttempt attempt) => _attempts = [.. _attempts, attempt];

    /// <summary>Writes the wait into the receipt of the attempt it follows.</summary>
    public void AddWait(TimeSpan wait, string reason) =>
        _attempts[_attempts.Length - 1] = _attempts[_attempts.Length - 1] with { Wait = wait, WaitReason = reason };

    /// <summary>The request in another form, to be sent once after an error; null if there is none.</summary>
    public virtual PipelineRequest? FallbackAfter(ContactsException error) => null;

    /// <summary>Goes on in another form, which is not tried again.</summary>
    public void FallBackTo(PipelineRequest other)
    {
        Request = other;
        Settings = Settings with { MaxRetries = 0 };
        _redactor = null;
    }
}

/// <summary>A call of the caller's own request, whose response is handed over unread.</summary>
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
