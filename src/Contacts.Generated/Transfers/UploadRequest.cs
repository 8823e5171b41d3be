namespace Contacts.Generated;

/// <summary>An operation's request that carries a file.</summary>
internal sealed class UploadRequest(Uri address, UploadPart part, ExpectContinue expectContinue, TimeProvider timeProvider)
    : PipelineRequest
{
    private bool _asked;

    public override bool CanReplay => part.Content.CanReplay;

    public override Uri Address => address;

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddAddress(redactor, address, UrlTemplate!);
        redactor.Add(part.Content.FileName);
    }

    public override async ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken)
    {
        var made = long.MaxValue;
        var message = new AttemptMessage(Method, address, IsIdempotent);
        var options = new MultipartUploadOptions
        {
            PartName = part.Name,
            Progress = part.Progress,
            Moved = onProgress is null ? null : _ => onProgress(),
            Begins = () => BodyBegins(made),
            Sends = message.Sends,
        };
        var content = await MultipartUploadContent.OpenAsync(part.Content, options, cancellationToken).ConfigureAwait(false);
        message.Content = content;
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
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
