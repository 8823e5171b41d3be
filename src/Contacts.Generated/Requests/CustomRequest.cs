namespace Contacts.Generated;

/// <summary>The caller's own request, for what the contract does not describe.</summary>
internal sealed class CustomRequest : PipelineRequest
{
    private readonly HttpRequestMessage _original;
    private readonly Uri _address;
    private readonly Uri _baseAddress;
    private readonly byte[]? _content;
    private readonly bool _canReplay;

    private CustomRequest(HttpRequestMessage original, Uri address, Uri baseAddress, byte[]? content, bool canReplay)
    {
        _original = original;
        _address = address;
        _baseAddress = baseAddress;
        _content = content;
        _canReplay = canReplay;
    }

    public override bool CanReplay => _canReplay;

    public override Uri Address => _address;

    public static async ValueTask<CustomRequest> CreateAsync(HttpRequestMessage request, Uri baseAddress, string servicePath)
    {
        var address = RelativeAddress.Resolve(baseAddress, servicePath, request);

        // Content in memory can be sent again; a stream is sent once, from its current position.
        var inMemory = request.Content is ByteArrayContent;
        var content = inMemory ? await request.Content!.ReadAsByteArrayAsync().ConfigureAwait(false) : null;
        return new CustomRequest(request, address, baseAddress, content, canReplay: inMemory || request.Content is null)
        {
            Operation = "send",
            Method = request.Method,
            IsIdempotent = request.Method != HttpMethod.Post && request.Method.Method != "PATCH",
        };
    }

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddOwnAddress(redactor, _address, _baseAddress);
        RequestSecrets.AddHeaders(redactor, _original.Headers.SelectMany(
            static header => header.Value, static (header, value) => new KeyValuePair<string, string>(header.Key, value)));
        RequestSecrets.AddJson(redactor, _content);
    }

    public override ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken)
    {
        var message = new AttemptMessage(Method, _address, IsIdempotent) { Version = _original.Version };
#if NET8_0_OR_GREATER
        // The caller's own handlers may look for them.
        message.VersionPolicy = _original.VersionPolicy;
        foreach (var option in _original.Options)
        {
            ((IDictionary<string, object?>)message.Options)[option.Key] = option.Value;
        }
#else
        foreach (var property in _original.Properties)
        {
            message.Properties[property.Key] = property.Value;
        }
#endif
        foreach (var header in _original.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (_content is not null)
        {
            message.Content = new AttemptBytes(_content, message);
            foreach (var header in _original.Content!.Headers)
            {
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
        else
        {
            message.Content = _original.Content;
        }

        return new ValueTask<HttpRequestMessage>(message);
    }
}
