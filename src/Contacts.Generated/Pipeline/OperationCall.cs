using System.Globalization;

namespace Contacts.Generated;

/// <summary>The call of an operation. Its reader turns the response into a value.</summary>
internal sealed class OperationCall<T>(
    PipelineOptions options, RequestFactory requests, OperationRequest<T> operation, bool keepHeaders, CallSettings settings,
    CancellationToken cancellationToken)
    : Call(options, requests.Create(operation), settings, cancellationToken)
{
    private readonly PipelineOptions _options = options;

    private ResponseReader<T> Reader => operation.Reader;

    public T Value { get; private set; } = default!;

    /// <summary>The response's headers; copied only if the caller asked for them.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; private set; }

    /// <summary>The request id that the response echoes.</summary>
    public string? EchoedRequestId { get; private set; }

    public override string Expected => Reader.Expected;

    public override object? ResponseValue => Value;

    public override PipelineRequest? FallbackAfter(ContactsException error) =>
        _options.Dialect.FallbackFor(operation, error) is { } other ? requests.Create(other) : null;

    public override async ValueTask<bool> AcceptAsync(
        HttpResponseMessage response, TransferTimeout? timeout, CancellationToken cancellationToken)
    {
        if (keepHeaders)
        {
            var received = ResponseHeaders.From(response);
            Headers = new RedactedHeaders(received, () => Redactor);
            EchoedRequestId = received.TryGetValue(WireHeaders.RequestId, out var echoed)
                && (echoed == RequestId || Redactor.IsClean(echoed)) ? echoed : null;
        }

        if (Reader.IsStreaming)
        {
            await OpenAsync(response, timeout!, cancellationToken).ConfigureAwait(false);
            return true;
        }

        timeout?.LimitBody();
        using var body = await ReadAsync(response, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (body.IsTruncated)
        {
            throw TooMuch(
                _options.MaxResponseBytes, "bytes", "Ask for fewer items, or set MaxResponseBytes in the client's options to allow more.");
        }

        if (Reader.IsJson && !JsonCost.IsAffordable(body.Bytes.Span))
        {
            throw TooMuch(
                JsonCost.Limit(body.Length), "values",
                "Ask for fewer items, and check GatewayUrl: the service never packs so many into so few bytes.");
        }

        try
        {
            Value = Reader.Read(_options.Json, new ResponseBody(
                body.Bytes, Status, Request.Method, new ReadOptions(Operation, RequestId, _options.Telemetry, cancellationToken),
                response.Content));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The body has arrived completely, so whatever a library, a converter or a model throws is about its content.
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
        catch (Exception exception) when (CallErrors.IsCorrupt(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw Unreadable(response, exception, default);
        }
    }

    private async ValueTask OpenAsync(HttpResponseMessage response, TransferTimeout timeout, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        // On .NET Framework the content may be null if a handler set none.
        var stream = response.Content is { } content ? await content.ReadAsStreamAsync().ConfigureAwait(false) : Stream.Null;
#endif
        var transfer = new TransferStream(stream, response, timeout, this);
        var body = new PeekableStream(transfer);
        var value = await Reader.OpenAsync(response, body, cancellationToken).ConfigureAwait(false);
        Value = value ?? throw await RefuseAsync(response, body, cancellationToken).ConfigureAwait(false);
        transfer.TakeLease();
    }

    /// <summary>Keeps as much of the unexpected body as arrives soon; it is refused in any case.</summary>
    private async ValueTask<ContactsInvalidResponseException> RefuseAsync(
        HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken)
    {
        using var refused = await ErrorBodyTimeout.ReadAsync(
            _options.TimeProvider, response, token => BodyBuffer.ReadWhatComesAsync(body, BodyText.MaxBytes, token), cancellationToken)
                .ConfigureAwait(false);
        return Unreadable(response, exception: null, refused.Bytes, refused.IsTruncated);
    }

    private ContactsInvalidResponseException Unreadable(
        HttpResponseMessage response, Exception? exception, ReadOnlyMemory<byte> body, bool truncated = false)
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
