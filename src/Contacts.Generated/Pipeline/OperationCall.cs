using System.Globalization;

namespace Contacts.Generated;

/// <summary>The call of an operation, whose answer its reader makes into a value.</summary>
internal sealed class OperationCall<T>(
    OperationRequest<T> operation, OutgoingRequest request, bool keepHeaders, CallSettings settings, string requestId, long started, CancellationToken cancellationToken)
    : Call(request, settings, requestId, started, cancellationToken)
{
    private ResponseReader<T> Reader => operation.Reader;

    public T Value { get; private set; } = default!;

    /// <summary>The answer's headers, copied only when somebody asked for them.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; private set; }

    /// <summary>The id that the answer echoes.</summary>
    public string? EchoedRequestId { get; private set; }

    public override bool IsStreaming => Reader.IsStreaming;

    public override string Expected => Reader.Expected;

    public override object? Answer => Value;

    public override OutgoingRequest? OtherFormAfter(ContactsException error, ContactsPipeline pipeline) =>
        pipeline.Dialect.FallbackFor(operation, error) is { } other ? pipeline.Requests.Create(other) : null;

    public override async ValueTask<bool> AcceptAsync(ContactsPipeline pipeline, HttpResponseMessage response, IdleWatch? watch, CancellationToken cancellationToken)
    {
        Status = (int)response.StatusCode;
        if (keepHeaders)
        {
            var received = ResponseHeaders.From(response);
            Headers = new CleanHeaders(received, () => Redactor);
            EchoedRequestId = received.TryGetValue(WireHeaders.RequestId, out var echoed) && (echoed == RequestId || Redactor.IsClean(echoed)) ? echoed : null;
        }

        if (Reader.IsStreaming)
        {
            await OpenAsync(pipeline.TimeProvider, response, watch!, cancellationToken).ConfigureAwait(false);
            return true;
        }

        watch?.AwaitAnswer();
        using var body = await ReadAsync(response, pipeline.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (body.IsTruncated)
        {
            throw TooMuch(pipeline.MaxResponseBytes, "bytes", "Ask for fewer items, or set MaxResponseBytes in the client's options to allow more.");
        }

        if (!JsonWeight.IsBearable(body.Bytes.Span))
        {
            throw TooMuch(JsonWeight.Limit(body.Length), "values", "Ask for fewer items, and check that GatewayUrl names the gateway: no page of the service has so many in so few bytes.");
        }

        try
        {
            Value = Reader.Read(pipeline.Json, new ResponseBody(
                body.Bytes, Status, Request.Method, new ReadOptions(Request.Operation, RequestId, pipeline.Telemetry, cancellationToken)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The body has come whole, so whatever a library, a converter or a view of a model throws is about what it holds.
            throw Unreadable(response, exception is JsonReadException ? exception.InnerException : exception, body.Bytes);
        }

        return false;
    }

    private ContactsInvalidResponseException TooMuch(long limit, string unit, string remedy) => new(Status, RequestId)
    {
        Expected = string.Format(CultureInfo.InvariantCulture, "{0} of at most {1} {2}", Reader.Expected, limit, unit),
        Remedy = remedy,
    };

    private async ValueTask<BodyBuffer> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        try
        {
            return await BodyBuffer.ReadAsync(response, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (BodyFault.IsCorrupt(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw Unreadable(response, exception, default);
        }
    }

    private async ValueTask OpenAsync(TimeProvider timeProvider, HttpResponseMessage response, IdleWatch watch, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        // .NET Framework has no content where a handler set none.
        var stream = response.Content is { } content ? await content.ReadAsStreamAsync().ConfigureAwait(false) : Stream.Null;
#endif
        var body = new PeekStream(new GuardedStream(stream, response, watch, this));
        var value = await Reader.OpenAsync(response, body, cancellationToken).ConfigureAwait(false);
        Value = value ?? throw await RefuseAsync(timeProvider, response, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps what came instead, as far as it comes soon: that it is refused is known already.</summary>
    private async ValueTask<ContactsInvalidResponseException> RefuseAsync(
        TimeProvider timeProvider, HttpResponseMessage response, PeekStream body, CancellationToken cancellationToken)
    {
        using var refused = await RefusalLimit.ReadAsync(
            timeProvider, response, token => BodyBuffer.ReadWhatComesAsync(body, BodyText.MaxBytes, token), cancellationToken).ConfigureAwait(false);
        return Unreadable(response, exception: null, refused.Bytes, refused.IsTruncated);
    }

    private ContactsInvalidResponseException Unreadable(HttpResponseMessage response, Exception? exception, ReadOnlyMemory<byte> body, bool truncated = false)
    {
        var contentType = response.Content?.Headers.ContentType;
        var error = new ContactsInvalidResponseException(Status, RequestId, SafeInnerException.ForBody(exception, Redactor))
        {
            Expected = Reader.Expected,
            MediaType = Redactor.WholeOrNull(contentType?.MediaType),
        };
        var serverMessage = ErrorBody.Parse(body, contentType?.MediaType, contentType?.CharSet).Message;
        error.SetBody(BodyText.Decode(body, contentType?.CharSet, truncated), serverMessage);
        return error;
    }
}
