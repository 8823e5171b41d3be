using System.Text;

namespace Contacts.Generated;

/// <summary>Turns a shaped request into bytes and an address, once per call: every attempt sends the same.</summary>
internal sealed class RequestFactory(Uri baseAddress, JsonEngine json)
{
    private readonly string _base = baseAddress.AbsoluteUri;

    public OutgoingRequest Create<T>(OperationRequest<T> request)
    {
        var address = AddressOf(request);
        var descriptor = request.Descriptor;
        return request.Upload is { } upload
            ? new UploadOutgoingRequest(address, upload)
            {
                Operation = descriptor.Name,
                Method = request.Method,
                UrlTemplate = descriptor.Path.Template,
                IsIdempotent = descriptor.IsIdempotent,
                IsTransfer = true,
            }
            : new JsonOutgoingRequest(address, request.Reader.Accept, request.Body?.Write(json), request.Headers)
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
        var url = new StringBuilder(_base, capacity: _base.Length + 96);
        request.Descriptor.Path.AppendTo(url, request.PathValues);
        var separator = '?';
        foreach (var parameter in request.Query)
        {
            url.Append(separator).Append(parameter.Name).Append('=').Append(PercentEncoding.Encode(parameter.Value));
            separator = '&';
        }

        return new Uri(url.ToString(), UriKind.Absolute);
    }
}
