using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>Sends an answer past WireMock, whose own faults are ordinary answers.</summary>
internal static class ReplyWriter
{
    public static void WriteHead(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        foreach (var header in reply.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }
    }

    public static async Task WriteAsync(HttpResponse response, Reply reply, CancellationToken cancellationToken)
    {
        WriteHead(response, reply);
        if (reply.Body.Length > 0)
        {
            response.ContentLength = reply.Body.Length;
            await response.Body.WriteAsync(reply.Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
