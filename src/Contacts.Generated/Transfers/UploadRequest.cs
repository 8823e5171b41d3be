namespace Contacts.Generated;

/// <summary>An operation's request that streams its body.</summary>
internal sealed class UploadRequest(OperationRequest operation, Uri address, ExpectContinue expectContinue, TimeProvider timeProvider)
    : PipelineRequest
{
    private readonly UploadBody _body = operation.Upload!;
    private bool _asked;

    public override bool CanReplay => _body.Parts.TrueForAll(static part => part.File is null or { CanReplay: true });

    public override Uri Address => address;

    public override SecurityPlan? Security => operation.Descriptor.Security;

    public override bool AllowsPartialContent => operation.AllowsPartialContent;

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddOperation(redactor, operation, address);
        foreach (var part in _body.Parts)
        {
            redactor.Add(part.File?.FileName);
            RequestSecrets.AddValue(redactor, part.Bytes);
        }
    }

    public override async ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken)
    {
        var made = long.MaxValue;
        var message = new AttemptMessage(Method, address, IsIdempotent);
        var options = new UploadBodyOptions
        {
            Progress = _body.Progress,
            Moved = onProgress is null ? null : _ => onProgress(),
            Begins = () => BodyBegins(made),
            Sends = message.Sends,
        };
        var content = await UploadBodyContent.OpenAsync(_body, options, cancellationToken).ConfigureAwait(false);
        message.Content = content;
        operation.AddHeadersTo(message);
        _asked = expectContinue.AppliesTo(content.FileLength);
        if (_asked)
        {
            message.Headers.ExpectContinue = true;
        }

        made = timeProvider.GetTimestamp();
        return message;
    }

    public override bool WasNotProcessed(HttpRequestMessage? message) => message?.Content is not AttemptContent { HasSentPayload: true };

    public override bool ChangesAfter(ContactsException error)
    {
        if (!_asked || error is not ContactsApiException { Status: 417 })
        {
            return false;
        }

        expectContinue.Pause();
        return true;
    }

    private void BodyBegins(long made)
    {
        if (_asked)
        {
            expectContinue.BodyBegins(made);
        }
    }
}
