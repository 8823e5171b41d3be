using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>An operation's request without a body, or with a JSON body of known length.</summary>
internal sealed class JsonRequest(Uri address, string accept, byte[]? body, IReadOnlyList<KeyValuePair<string, string>>? headers) : PipelineRequest
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");

    public override Uri Address => address;

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddAddress(redactor, address, UrlTemplate!);
        RequestSecrets.AddHeaders(redactor, headers);
        RequestSecrets.AddJson(redactor, body);
    }

    public override ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken)
    {
        var message = new AttemptMessage(Method, address, IsIdempotent);
        message.Headers.TryAddWithoutValidation("Accept", accept);
        if (headers is not null)
        {
            foreach (var header in headers)
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (body is not null)
        {
            // Never text/plain, which the gateway silently ignores, and never chunked, which breaks DELETE requests.
            message.Content = new AttemptBytes(body, message);
            message.Content.Headers.ContentType = _json;
        }

        return new ValueTask<HttpRequestMessage>(message);
    }
}
