namespace Contacts.Generated;

/// <summary>One request and its answer. Every fault leaves it as one of the SDK's exceptions, and no answer is left open.</summary>
internal sealed class Attempt(ContactsPipeline pipeline, Call call)
{
    /// <summary>What of an error body is kept.</summary>
    private const int ErrorBodyLimit = 64 * 1024;

    private HttpRequestMessage? _message;
    private int? _status;

    public async ValueTask RunAsync(Transport transport, CancellationToken cancellationToken)
    {
        if (!call.Request.IsTransfer)
        {
            await SendAsync(transport, watch: null, cancellationToken).ConfigureAwait(false);
            return;
        }

        var watch = new IdleWatch(
            pipeline.TimeProvider, call.Settings.AttemptTimeout, call.Deadline, pipeline.TimeProvider.GetElapsedTime(call.Started));
        var handedOver = false;
        try
        {
            using var registration = cancellationToken.Register(static state => ((IdleWatch)state!).Cancel(), watch);
            handedOver = await SendAsync(transport, watch, watch.Token).ConfigureAwait(false);
        }
        catch (Exception) when (watch.Fired is { } kind)
        {
            throw new ContactsTimeoutException(watch.Limit, call.RequestId) { Kind = kind };
        }
        finally
        {
            if (!handedOver)
            {
                watch.Dispose();
            }
        }
    }

    /// <summary>The receipt of this attempt.</summary>
    public ContactsAttempt Receipt(Exception? failure, TimeSpan duration, CancellationToken attemptToken) =>
        new(_status, ErrorType.OfAttempt(call, failure, attemptToken), duration, TimeSpan.Zero, null);

    private async ValueTask<bool> SendAsync(Transport transport, IdleWatch? watch, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        var handedOver = false;
        _message = await call.Request.CreateMessageAsync(watch, cancellationToken).ConfigureAwait(false);
        try
        {
            var credential = await AuthorizeAsync(_message, cancellationToken).ConfigureAwait(false);
            response = await transport.SendAsync(_message, cancellationToken).ConfigureAwait(false);
            _status = (int)response.StatusCode;
            call.Status = _status.Value;
            ForeignHost.Check(pipeline.BaseAddress, response, call.RequestId);
            if (!response.IsSuccessStatusCode)
            {
                throw await FailAsync(response, credential, cancellationToken).ConfigureAwait(false);
            }

            handedOver = await call.AcceptAsync(pipeline, response, watch, cancellationToken).ConfigureAwait(false);
            return handedOver;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not ContactsException)
        {
            throw TransportFault.Translate(_message, exception, call);
        }
        finally
        {
            call.WasNotProcessed = _status is null ? call.Request.WasNotProcessed(_message) : _status == 429;
            if (!handedOver)
            {
                response?.Dispose();
            }

            if (call.Request is not RawOutgoingRequest)
            {
                _message.Dispose();
            }
        }
    }

    private async ValueTask<string?> AuthorizeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = message.Headers;
        headers.TryAddWithoutValidation(WireHeaders.RequestId, call.RequestId);
        headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        if (call.Settings.OrganizationId is { } organization)
        {
            headers.TryAddWithoutValidation(WireHeaders.OrganizationId, organization);
        }

        foreach (var header in call.Settings.Headers)
        {
            headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        var secret = await call.Settings.Credential.GetAsync(cancellationToken).ConfigureAwait(false);
        call.Settings.Credential.Apply(headers, secret);
        return secret;
    }

    private async ValueTask<ContactsException> FailAsync(HttpResponseMessage response, string? credential, CancellationToken cancellationToken)
    {
        if (_status == 401 && credential is not null)
        {
            call.Settings.Credential.Invalidate(credential);
        }

        using var body = await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        return ErrorFactory.Create(ErrorResponse.From(
            response, body?.Bytes ?? default, body?.IsTruncated ?? true, pipeline.TimeProvider, call.RequestId, call.Request.Operation));
    }

    /// <summary>The status is known by now: an error body that breaks off must not hide it.</summary>
    private static async ValueTask<BodyBuffer?> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await BodyBuffer.ReadAsync(response, ErrorBodyLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is (IOException or HttpRequestException or InvalidDataException))
        {
            return null;
        }
    }
}
