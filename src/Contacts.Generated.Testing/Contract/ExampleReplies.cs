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
    public Reply Of(JsonElement operation)
    {
        if (Success(operation) is not { } success)
        {
            return new Reply(200, null, []);
        }

        var response = root.Resolve(success.Value);
        return BodyOf(response, StatusOf(success.Name)) with { Headers = [.. HeadersOf(response)] };
    }

    private static JsonProperty? Success(JsonElement operation) => operation.TryGetProperty("responses", out var responses)
        ? responses.EnumerateObject()
            .Where(response => !response.Name.StartsWith("x-", StringComparison.Ordinal))
            .OrderBy(response => Rank(response.Name))
            .Select(response => (JsonProperty?)response)
            .FirstOrDefault()
        : null;

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

    private Reply BodyOf(JsonElement response, int status)
    {
        if (status is 204 or 205 or 304 || !response.TryGetProperty("content", out var content) || Preferred(content) is not { } media)
        {
            return new Reply(status, null, []);
        }

        var example = ExampleOf(media.Value);
        if (IsJson(media.Name))
        {
            var json = Reply.Json(writer => Write(writer, example), status);
            return media.Name == "application/json" ? json : json with { ContentType = media.Name };
        }

        var type = media.Name.StartsWith("text/", StringComparison.Ordinal) ? media.Name + "; charset=utf-8" : media.Name;
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
              select KeyValuePair.Create(header.Name, Text(ExampleOf(root.Resolve(header.Value))))
            : [];

    /// <summary>The example of a media type or a header, the first if there are several, or a value of its schema.</summary>
    private JsonNode? ExampleOf(JsonElement described)
    {
        if (described.TryGetProperty("example", out var example))
        {
            return JsonSerializer.SerializeToNode(example);
        }

        if (described.TryGetProperty("examples", out var examples))
        {
            foreach (var one in examples.EnumerateObject())
            {
                if (root.Resolve(one.Value).TryGetProperty("value", out var value))
                {
                    return JsonSerializer.SerializeToNode(value);
                }
            }
        }

        return described.TryGetProperty("schema", out var schema) ? _samples.Of(schema) : null;
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
