using System.Text;

namespace Contacts.Generated;

/// <summary>What the contract says about one operation.</summary>
internal abstract class OperationDescriptor(string name, HttpMethod method, string path)
{
    /// <summary>The operation's name, as in the contract.</summary>
    public string Name { get; } = name;

    public HttpMethod Method { get; } = method;

    public PathTemplate Path { get; } = new(path);

    /// <summary>Whether sending it twice has the same effect as sending it once: true for every method but POST and PATCH.</summary>
    public bool IsIdempotent { get; } = method != HttpMethod.Post && method.Method != "PATCH";
}

/// <summary>What the contract says about one operation, and how its response is read.</summary>
internal sealed class OperationDescriptor<T>(string name, HttpMethod method, string path, ResponseReader<T> reader)
    : OperationDescriptor(name, method, path)
{
    public ResponseReader<T> Reader { get; } = reader;
}

/// <summary>Turns a request into an address and bytes, once per call: every attempt sends the same.</summary>
internal sealed class RequestFactory(Uri baseAddress, JsonEngine json, TimeProvider timeProvider)
{
    private readonly string _base = baseAddress.AbsoluteUri;
    private readonly ExpectContinue _expectContinue = new(timeProvider);

    public PipelineRequest Create<T>(OperationRequest<T> request)
    {
        var address = AddressOf(request);
        var descriptor = request.Descriptor;
        return request.Upload is not null
            ? UploadContent.CreateRequest(request, address, _expectContinue, timeProvider)
            : new JsonRequest(address, request.Reader.Accept, request.Body?.Write(json), request.Headers)
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
        var path = request.Descriptor.Path.Fill(_base, request.PathValues);
        return new Uri(request.HasQuery ? WithQuery(path, request.Query) : path, UriKind.Absolute);
    }

    private static string WithQuery(string path, List<QueryParameter> query)
    {
        var url = new StringBuilder(path, capacity: path.Length + 64);
        var separator = '?';
        foreach (var parameter in query)
        {
            url.Append(separator).Append(parameter.Name).Append('=').Append(PercentEncoding.Encode(parameter.Value));
            separator = '&';
        }

        return url.ToString();
    }
}
