using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Generated.Testing;

/// <summary>Makes the responses that the contract shows: its examples, or values of its schemas where there are none.</summary>
internal sealed class ExampleReplies(JsonElement root)
{
    private readonly SchemaSample _samples = new(root);

    /// <summary>The response of an operation that succeeds: of the lowest success status that the contract describes.</summary>
    public Reply Of(JsonElement operation) => All(operation).Select(shown => shown.Reply).FirstOrDefault() ?? new Reply(200, null, []);

    /// <summary>Every response that the contract shows, those of the lowest success status first.</summary>
    public IEnumerable<ShownResponse> All(JsonElement operation)
    {
        var responses = operation.TryGetProperty("responses", out var described) ? described.EnumerateObject() : default;
        foreach (var response in responses
            .Where(static one => !one.Name.StartsWith("x-", StringComparison.Ordinal))
            .OrderBy(static one => Rank(one.Name)))
        {
            var (resolved, status) = (root.Resolve(response.Value), StatusOf(response.Name));
            var headers = HeadersOf(resolved).ToArray();
            foreach (var (name, reply) in BodiesOf(resolved, status))
            {
                yield return new ShownResponse(response.Name, name, reply with { Headers = headers });
            }
        }
    }

    private static int Rank(string status) => status switch
    {
        ['2', not 'X', ..] => StatusOf(status),
        ['2', ..] => 300,
        "default" => 301,
        _ => 302 + StatusOf(status),
    };

    private static int StatusOf(string status) => status switch
    {
        "default" => 200,
        _ => int.Parse(status.Replace('X', '0'), NumberStyles.None, CultureInfo.InvariantCulture),
    };

    /// <summary>A body for each example by its name, or one without a name.</summary>
    private IEnumerable<(string? Example, Reply Reply)> BodiesOf(JsonElement response, int status)
    {
        if (status is 204 or 205 or 304 || !response.TryGetProperty("content", out var content) || Preferred(content) is not { } media)
        {
            return [(null, new Reply(status, null, []))];
        }

        return ExamplesOf(media.Value).Select(example => (example.Name, BodyOf(media.Name, example.Value, status)));
    }

    private static Reply BodyOf(string mediaType, JsonNode? example, int status)
    {
        if (IsJson(mediaType))
        {
            var json = Reply.Json(writer => Write(writer, example), status);
            return mediaType == "application/json" ? json : json with { ContentType = mediaType };
        }

        var type = mediaType.StartsWith("text/", StringComparison.Ordinal) ? mediaType + "; charset=utf-8" : mediaType;
        var isAny = type.Contains('*', StringComparison.Ordinal);
        return new Reply(status, isAny ? "application/octet-stream" : type, Encoding.UTF8.GetBytes(Text(example)));
    }

    private static JsonProperty? Preferred(JsonElement content) => content.EnumerateObject()
        .OrderByDescending(media => IsJson(media.Name))
        .Select(media => (JsonProperty?)media)
        .FirstOrDefault();

    private static bool IsJson(string mediaType) => mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);

    // Each response has an x-request-id of its own, and its Content-Type already.
    private IEnumerable<KeyValuePair<string, string>> HeadersOf(JsonElement response) =>
        response.TryGetProperty("headers", out var headers)
            ? from header in headers.EnumerateObject()
              where !header.Name.Equals("x-request-id", StringComparison.OrdinalIgnoreCase)
                  && !header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
              select KeyValuePair.Create(header.Name, Text(ExamplesOf(root.Resolve(header.Value))[0].Value))
            : [];

    /// <summary>The examples of a media type or a header, or a value of its schema where it has none.</summary>
    private List<(string? Name, JsonNode? Value)> ExamplesOf(JsonElement described)
    {
        if (described.TryGetProperty("example", out var example))
        {
            return [(null, JsonSerializer.SerializeToNode(example))];
        }

        var named = described.TryGetProperty("examples", out var examples)
            ? (from one in examples.EnumerateObject()
               let resolved = root.Resolve(one.Value)
               where resolved.TryGetProperty("value", out _)
               select ((string?)one.Name, JsonSerializer.SerializeToNode(resolved.GetProperty("value")))).ToList()
            : [];
        return named.Count > 0 ? named : [(null, described.TryGetProperty("schema", out var schema) ? _samples.Of(schema) : null)];
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}

/// <summary>A response that the contract shows.</summary>
/// <param name="Status">The status as the contract writes it, such as <c>404</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Example">The name of the example; null if it has none.</param>
/// <param name="Reply">The response.</param>
internal sealed record ShownResponse(string Status, string? Example, Reply Reply);
