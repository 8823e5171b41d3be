using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Contacts.Generated.DocumentTests.Corpus;

namespace Contacts.Generated.DocumentTests.Calling;

/// <summary>The other end of the wire: keeps what was sent and gives the answer of the transcript.</summary>
internal sealed class Wire(Transcript transcript) : HttpMessageHandler
{
    // What the pipeline sends with every request, whatever the document says.
    private static readonly string[] _usual =
        [
            "Accept", "Accept-Encoding", "User-Agent", "x-request-id", "traceparent",
            "Content-Length", "Content-Type", "Expect", "Transfer-Encoding",
        ];

    /// <summary>How many requests were sent.</summary>
    public int Count { get; private set; }

    /// <summary>Method and address of what was sent.</summary>
    public string Request { get; private set; } = "";

    /// <summary>All headers that were sent.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body that was sent; null if there was none.</summary>
    public string? Body { get; private set; }

    /// <summary>The headers that not every request has.</summary>
    public IEnumerable<string> UnusualHeaders => Headers.Keys.Except(_usual, StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Count++;
        Request = $"{request.Method} {request.RequestUri!.AbsoluteUri}";
        Keep(request.Headers.NonValidated);
        if (request.Content is { } content)
        {
            // Latin-1 gives each byte back; a text is read as UTF-8 below.
            var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
            Keep(content.Headers.NonValidated);
            Body = Encoding.UTF8.GetString(bytes);
        }

        return Answer(request);
    }

    private void Keep(HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
        {
            Headers[header.Key] = string.Join(", ", header.Value);
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var head = transcript.Answer.Split(' ', 2);
        var answer = new HttpResponseMessage((HttpStatusCode)int.Parse(head[0], System.Globalization.CultureInfo.InvariantCulture))
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(transcript.AnswerBody)),
        };
        if (head is [_, var mediaType])
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        foreach (var (name, value) in transcript.AnswerHeaders)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, value))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return answer;
    }
}
