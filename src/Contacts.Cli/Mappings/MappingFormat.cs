using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Cli.Mappings;

/// <summary>A format of mapping files: a file for each operation, with all of its stubs.</summary>
internal abstract class MappingFormat
{
    private static readonly JsonSerializerOptions _written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>WireMock.Net, which reads a folder of files.</summary>
    public static MappingFormat WireMockNet { get; } = new NetFormat();

    /// <summary>WireMock for Java, whose root folder has a folder of mappings.</summary>
    public static MappingFormat WireMock { get; } = new JavaFormat();

    /// <summary>The name of a file, below the folder that the user chose.</summary>
    public abstract string FileOf(string operation);

    /// <summary>The text of the file with these stubs.</summary>
    public string Text(IEnumerable<Stub> stubs) => File([.. stubs.Select(stub => (JsonNode)Describe(stub))]).ToJsonString(_written) + "\n";

    private protected abstract JsonNode File(JsonArray stubs);

    private protected abstract JsonObject Describe(Stub stub);

    /// <summary>The same id whenever the same stub is written, so that a new export replaces what a server has loaded.</summary>
    private static string IdOf(Stub stub) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(stub.Title)).AsSpan(0, 16)).ToString();

    private static JsonObject HeadersOf(Stub stub)
    {
        var headers = new JsonObject();
        foreach (var header in stub.Reply.Headers)
        {
            headers[header.Key] = header.Value;
        }

        if (stub.Reply.ContentType is { } type)
        {
            headers["Content-Type"] = type;
        }

        return headers;
    }

    /// <summary>The body as JSON, which is easier to edit, if it is JSON.</summary>
    private static JsonNode? JsonOf(Stub stub)
    {
        try
        {
            return stub.Reply is { ContentType: { } type, Body.Length: > 0 } && type.Contains("json", StringComparison.OrdinalIgnoreCase)
                ? JsonNode.Parse(stub.Reply.Body)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(Stub stub) => Encoding.UTF8.GetString(stub.Reply.Body);

    private sealed class NetFormat : MappingFormat
    {
        public override string FileOf(string operation) => operation + ".json";

        private protected override JsonNode File(JsonArray stubs) => stubs;

        private protected override JsonObject Describe(Stub stub)
        {
            var request = new JsonObject
            {
                ["Path"] = new JsonObject { ["Matchers"] = Matcher("RegexMatcher", stub.PathPattern) },
                ["Methods"] = new JsonArray(stub.Method),
            };
            if (stub.Prefer is { } prefer)
            {
                request["Headers"] = new JsonArray(Named("Prefer", Matcher("RegexMatcher", $"^{prefer}$")));
            }

            if (stub.Query.Count > 0)
            {
                request["Params"] =
                    new JsonArray([.. stub.Query.Select(one => (JsonNode)Named(one.Key, Matcher("ExactMatcher", one.Value)))]);
            }

            var response = new JsonObject { ["StatusCode"] = stub.Reply.Status, ["Headers"] = HeadersOf(stub) };
            if (JsonOf(stub) is { } json)
            {
                response["BodyAsJson"] = json;
            }
            else
            {
                response["Body"] = TextOf(stub);
            }

            return new JsonObject
            {
                ["Guid"] = IdOf(stub),
                ["Title"] = stub.Title,
                ["Priority"] = stub.Priority,
                ["Request"] = request,
                ["Response"] = response,
            };
        }

        private static JsonArray Matcher(string name, string pattern) =>
            new(new JsonObject { ["Name"] = name, ["Pattern"] = pattern });

        private static JsonObject Named(string name, JsonArray matchers) => new() { ["Name"] = name, ["Matchers"] = matchers };
    }

    private sealed class JavaFormat : MappingFormat
    {
        public override string FileOf(string operation) => Path.Combine("mappings", operation + ".json");

        private protected override JsonNode File(JsonArray stubs) => new JsonObject { ["mappings"] = stubs };

        private protected override JsonObject Describe(Stub stub)
        {
            var request = new JsonObject { ["method"] = stub.Method, ["urlPathPattern"] = stub.PathPattern };
            if (stub.Prefer is { } prefer)
            {
                request["headers"] = new JsonObject { ["Prefer"] = new JsonObject { ["matches"] = prefer } };
            }

            if (stub.Query.Count > 0)
            {
                request["queryParameters"] = new JsonObject(stub.Query.GroupBy(one => one.Key).Select(same => KeyValuePair.Create(
                    same.Key, (JsonNode?)new JsonObject { ["equalTo"] = same.First().Value })));
            }

            var response = new JsonObject { ["status"] = stub.Reply.Status, ["headers"] = HeadersOf(stub) };
            if (JsonOf(stub) is { } json)
            {
                response["jsonBody"] = json;
            }
            else
            {
                response["body"] = TextOf(stub);
            }

            return new JsonObject
            {
                ["id"] = IdOf(stub),
                ["name"] = stub.Title,
                ["priority"] = stub.Priority,
                ["request"] = request,
                ["response"] = response,
            };
        }
    }
}
