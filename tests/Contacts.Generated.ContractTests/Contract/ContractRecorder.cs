using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Contacts.Generated.ContractTests;

/// <summary>Keeps every exchange that passes, and checks it against the contract.</summary>
/// <param name="inner">What sends.</param>
/// <param name="checksRequests">Whether requests are in the contract's form.</param>
/// <param name="checksResponses">Whether responses are in the contract's form.</param>
internal sealed class ContractRecorder(HttpMessageHandler inner, bool checksRequests = true, bool checksResponses = true)
    : DelegatingHandler(inner)
{
    private readonly object _gate = new();
    private readonly List<RecordedExchange> _exchanges = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<RecordedExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>The violations since they were last taken, each with its exchange.</summary>
    public IReadOnlyList<string> TakeViolations()
    {
        lock (_gate)
        {
            string[] taken = [.. _violations];
            _violations.Clear();
            return taken;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = new RecordedExchange
        {
            Method = request.Method.Method,
            Address = request.RequestUri!,
            RequestBody = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken),
            RequestHeaders = HeadersOf(request.Headers, request.Content?.Headers),
        };
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            exchange = exchange with
            {
                Status = (int)response.StatusCode,
                ResponseHeaders = HeadersOf(response.Headers, response.Content.Headers),
                ResponseBody = await response.Content.ReadAsByteArrayAsync(cancellationToken),
            };
            return response;
        }
        finally
        {
            Keep(exchange);
        }
    }

    private bool Counts(Violation violation) =>
        violation.Part.StartsWith("request", StringComparison.Ordinal) ? checksRequests : checksResponses;

    private static Dictionary<string, string> HeadersOf(params HttpHeaders?[] headers) =>
        headers.SelectMany(some => some ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    private void Keep(RecordedExchange exchange)
    {
        var violations = ExchangeValidator.Validate(ContractDocument.Contacts, exchange).Where(Counts);
        lock (_gate)
        {
            _exchanges.Add(exchange);
            _violations.AddRange(violations.Select(violation => $"{exchange}: {violation}"));
        }
    }
}

/// <summary>A request as it was sent and the answer to it, if one came.</summary>
internal sealed record RecordedExchange
{
    public required string Method { get; init; }

    public required Uri Address { get; init; }

    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>();

    public byte[] RequestBody { get; init; } = [];

    /// <summary>The status; null if no answer came.</summary>
    public int? Status { get; init; }

    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    public byte[] ResponseBody { get; init; } = [];

    /// <summary>The path, still encoded.</summary>
    public string Path => Address.AbsolutePath;

    public IReadOnlyList<KeyValuePair<string, string>> Query() =>
        [.. Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

    public string? MediaType(bool ofRequest) =>
        (ofRequest ? RequestHeaders : ResponseHeaders)
            .TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim().ToLowerInvariant() : null;

    /// <summary>
    /// Whether the request is an example: JSON to the letter, since a null that is sent says more than a member that is not.
    /// </summary>
    public bool IsRequestOf(ContractMedia media, ContractExample example)
    {
        if (media.Type == "application/json")
        {
            return JsonNode.DeepEquals(example.Value, JsonNode.Parse(RequestBody));
        }

        var parts = MultipartPart.ReadAll(RequestHeaders["Content-Type"], RequestBody);
        return parts.Count == example.Node.Members.Count() && example.Node.Members.All(member =>
            parts.Any(part => part.Name == member.Key && Encoding.UTF8.GetString(part.Bytes) == member.Value.Value!.GetValue<string>()));
    }

    public override string ToString() => $"{Method} {Path} -> {Status}";

    private static KeyValuePair<string, string> Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(text), "") : new(Decode(text[..equals]), Decode(text[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
