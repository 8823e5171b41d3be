using System.Text;

namespace Contacts.Generated;

/// <summary>What the contract says about one operation.</summary>
internal abstract class OperationDescriptor(string name, HttpMethod method, string path, SecurityPlan? security)
{
    /// <summary>The operation's name, as in the contract.</summary>
    public string Name { get; } = name;

    public HttpMethod Method { get; } = method;

    /// <summary>The path below the service's, or with a slash in front the one below the gateway.</summary>
    public PathTemplate Path { get; } = new(path);

    /// <summary>Where to put the secret; null for the service's usual place.</summary>
    public SecurityPlan? Security { get; } = security;

    /// <summary>Whether sending it twice has the same effect as sending it once: true for every method but POST and PATCH.</summary>
    public bool IsIdempotent { get; } = method != HttpMethod.Post && method.Method != "PATCH";
}

/// <summary>What the contract says about one operation, and how its response is read.</summary>
internal sealed class OperationDescriptor<T>(
    string name, HttpMethod method, string path, ResponseReader<T> reader, SecurityPlan? security = null)
    : OperationDescriptor(name, method, path, security)
{
    public ResponseReader<T> Reader { get; } = reader;
}

/// <summary>Turns a request into an address and bytes, once per call: every attempt sends the same.</summary>
internal sealed class RequestFactory(Uri baseAddress, string servicePath, JsonEngine json, TimeProvider timeProvider)
{
    private readonly string _base = baseAddress.AbsoluteUri;
    private readonly string _gateway = GatewayOf(baseAddress.AbsoluteUri, servicePath);
    private readonly ExpectContinue _expectContinue = new(timeProvider);

    public PipelineRequest Create<T>(OperationRequest<T> request)
    {
        var address = AddressOf(request);
        var descriptor = request.Descriptor;
        return request.Upload is not null
            ? UploadContent.CreateRequest(request, address, _expectContinue, timeProvider)
            : new BytesRequest(request, address, request.Body, request.Body?.Write(json))
            {
                Operation = descriptor.Name,
                Method = request.Method,
                UrlTemplate = descriptor.Path.Template,
                IsIdempotent = descriptor.IsIdempotent,
                IsTransfer = request.Reader.IsStreaming,
            };
    }

    private Uri AddressOf(OperationRequest request)
    {
        var template = request.Descriptor.Path;
        var path = template.Fill(template.IsBelowGateway ? _gateway : _base, request.PathValues);
        return new Uri(request.HasQuery ? WithQuery(path, request) : path, UriKind.Absolute);
    }

    /// <summary>The gateway's address without its last slash, which an operation's own path brings.</summary>
    private static string GatewayOf(string baseAddress, string servicePath)
    {
        var address = baseAddress.TrimEnd('/');
        return servicePath.Length == 0 ? address : address.Substring(0, address.Length - servicePath.Length).TrimEnd('/');
    }

    private static string WithQuery(string path, OperationRequest request)
    {
        var url = new StringBuilder(path, capacity: path.Length + 64);
        var separator = '?';
        foreach (var parameter in request.Query)
        {
            url.Append(separator).Append(parameter.Name);
            if (parameter.Value is { } value)
            {
                url.Append('=').Append(PercentEncoding.Encode(value));
            }

            separator = '&';
        }

        return url.ToString();
    }
}
