using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>One request and its response. Every failure leaves it as one of the SDK's exceptions, and no response is left open.</summary>
/// <remarks>The methods that every call awaits use pooled state machines, where the framework has them.</remarks>
internal sealed class Attempt(PipelineOptions options, Transport transport, Admission admission, Call call)
{
    /// <summary>How much of an error body to keep.</summary>
    private const int ErrorBodyLimit = 64 * 1024;

    private int? _status;
    private int _sendCount;
    private TimeSpan _clientTimeout;

    /// <summary>Makes the attempt and writes its receipt.</summary>
    /// <returns>The failure, or null; whether to try again is decided by the caller.</returns>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public async ValueTask<Exception?> RunAsync()
    {
        var started = options.TimeProvider.GetTimestamp();
        Exception? failure = null;

        // A transfer is limited until its body has been read, which is beyond this method, so it brings its own timer.
        using var limit = call.Request.IsTransfer ? null : new AttemptLimit(call, options.TimeProvider);
        try
        {
            _ = limit is null
                ? await TransferAsync(call.CancellationToken).ConfigureAwait(false)
                : await SendAsync(timeout: null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = limit?.CauseOf(exception) ?? exception;
        }

        call.AddAttempt(
            _status ?? (failure as ContactsApiException)?.Status,
            ErrorType.OfAttempt(failure, call.CancellationToken),
            options.TimeProvider.GetElapsedTime(started));
        try
        {
            admission.Ended(call);
            options.Telemetry.Attempted(call);
            options.Telemetry.TellRepeats(call, _sendCount);
            return failure;
        }
        catch (Exception exception)
        {
            // An application's logger or limiter threw.
            return exception;
        }
    }

    /// <returns>Whether the response is still open and owned by the call's result.</returns>
    private async ValueTask<bool> TransferAsync(CancellationToken cancellationToken)
    {
        var timeout = new TransferTimeout(
            options.TimeProvider, call.Settings.AttemptTimeout, call.Deadline, options.TimeProvider.GetElapsedTime(call.Started));
        var handedOver = false;
        try
        {
            using var registration = cancellationToken.Register(static state => ((TransferTimeout)state!).Cancel(), timeout);
            handedOver = await SendAsync(timeout, timeout.Token).ConfigureAwait(false);
            return handedOver;
        }
        catch (Exception exception) when (timeout.Fired is not null && exception is not ContactsApiException)
        {
            throw new ContactsTimeoutException(timeout.Limit, call.RequestId) { Kind = timeout.Fired.Value };
        }
        finally
        {
            if (!handedOver)
            {
                timeout.Dispose();
            }
        }
    }

#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<bool> SendAsync(TransferTimeout? timeout, CancellationToken cancellationToken)
    {
        call.Status = 0;
        var target = call.Settings.Credential.TargetIn(call.Request.Security ?? call.Settings.Security);
        var secret = target is null ? "" : await GetSecretAsync(cancellationToken).ConfigureAwait(false);
        var message = await call.Request.CreateMessageAsync(timeout is null ? null : timeout.Restart, cancellationToken)
            .ConfigureAwait(false);
        HttpResponseMessage? response = null;
        var handedOver = false;
        try
        {
            call.Use(secret, transport);
            AddHeaders(message.Headers);
            target?.Put(message, secret);
            response = await transport.SendAsync(message, out _clientTimeout, cancellationToken).ConfigureAwait(false);
            timeout?.Restart();
            using var abort = transport.HeedsTokens ? default : response.DisposeOn(cancellationToken);
            _status = (int)response.StatusCode;
            call.Status = _status.Value;
            admission.Answered(call, response);
            RedirectGuard.Check(options.BaseAddress, response, transport, call.RequestId);
            var isReadable = ResponseEncoding.Unpack(response);
            if (!response.IsSuccessStatusCode)
            {
                throw await FailAsync(response, isReadable, secret, cancellationToken).ConfigureAwait(false);
            }

            CheckWhole(message, isReadable);
            handedOver = await call.AcceptAsync(response, timeout, cancellationToken).ConfigureAwait(false);
            return handedOver;
        }
        catch (Exception exception) when (IsBare(exception) && exception is not OperationCanceledException
            && cancellationToken.IsCancellationRequested)
        {
            // A connection that the cancellation tears down may report an error of its own.
            throw new OperationCanceledException("The attempt was cancelled.", exception, cancellationToken);
        }
        catch (Exception exception) when (IsBare(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw CallErrors.OfTransport(message, exception, call, _clientTimeout);
        }
        finally
        {
            if (!handedOver)
            {
                response?.Dispose();
            }

            _sendCount = (message as AttemptMessage)?.SendCount ?? 0;
            call.WasNotProcessed = _status == 429 || (_status is null or >= 300 && call.Request.WasNotProcessed(message));
            if (call.Request is not CustomRequest)
            {
                message.Dispose();
            }
        }
    }

    /// <summary>Whether the transport threw it, rather than the SDK or the credential's callback.</summary>
    private static bool IsBare(Exception exception) => exception is not (ContactsException or CredentialFailure);

    private void AddHeaders(HttpRequestHeaders headers)
    {
        foreach (var header in call.Settings.Headers)
        {
            // A header that the caller put on the request itself wins.
            if (!headers.Contains(header.Key))
            {
                headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (!Browser.IsHost)
        {
            headers.TryAddWithoutValidation("Accept-Encoding", ResponseEncoding.Accepted);
        }

        headers.TryAddWithoutValidation(WireHeaders.RequestId, call.RequestId);
        headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        if (call.Settings.OrganizationId is { } organization)
        {
            headers.TryAddWithoutValidation(WireHeaders.OrganizationId, organization);
        }
    }

    private async ValueTask<string> GetSecretAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await call.Settings.Credential.GetAsync(call.Attempts.Count + 1, call.Settings.OrganizationId, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CredentialFailure(exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new OperationCanceledException("The attempt was cancelled.", exception, cancellationToken);
        }
    }

    /// <summary>Refuses a successful response that is partial, or whose body cannot be decompressed.</summary>
    private void CheckWhole(HttpRequestMessage message, bool isReadable)
    {
        // The request may ask for a part, and the contract may know one.
        if (_status == 206 && message.Headers.Range is null && !call.Request.AllowsPartialContent)
        {
            throw new ContactsInvalidResponseException(206, call.RequestId)
            {
                Expected = "a complete response",
                Remedy = "Something on the way returned only a part of what was asked for. Look for a cache or proxy in front of the "
                    + "gateway.",
            };
        }

        if (!isReadable)
        {
            throw new ContactsInvalidResponseException(_status!.Value, call.RequestId)
            {
                Expected = "an uncompressed or gzip-compressed response",
                Remedy = "Something on the way used a compression that was not asked for. If you passed in an HttpClient, let its handler "
                    + "decompress what it asks for (AutomaticDecompression); otherwise look for a cache or proxy in front of the gateway.",
            };
        }
    }

    private async ValueTask<ContactsException> FailAsync(
        HttpResponseMessage response, bool isReadable, string secret, CancellationToken cancellationToken)
    {
        if (_status == 401)
        {
            call.Settings.Credential.Invalidate(secret);
        }

        using var body = isReadable ? await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false) : null;
        return ErrorFactory.Create(ErrorResponse.From(
            response, body?.Bytes ?? default, body?.IsTruncated ?? true,
            options.TimeProvider, call.RequestId, call.Operation, call.Redactor));
    }

    /// <summary>
    /// The status is already known, so a body that breaks off, stalls, trickles in or cannot be decompressed must neither hide it nor hold
    /// it up; only the caller's cancellation may. What has arrived by then is kept.
    /// </summary>
    private async ValueTask<BodyBuffer> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ErrorBodyTimeout.ReadAsync(
            options.TimeProvider, response, token => BodyBuffer.ReadWhatComesAsync(response, ErrorBodyLimit, token), cancellationToken)
                .ConfigureAwait(false);
        if (call.CancellationToken.IsCancellationRequested)
        {
            body.Dispose();
            throw new OperationCanceledException(call.CancellationToken);
        }

        return body;
    }
}
