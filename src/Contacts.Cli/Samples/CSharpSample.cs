using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Cli.Samples;

/// <summary>A call as a statement in C#.</summary>
internal static class CSharpSample
{
    // C# has every escape sequence of JSON.
    private static readonly JsonSerializerOptions _literals = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SampleCall call)
    {
        var plan = call.Operation.CSharp;
        var arguments = (plan["arguments"] as JsonArray ?? []).Select(argument => Argument(call, argument!)).ToList();
        if (Members(call) is { Length: > 0 } members)
        {
            arguments.Add($"new {plan["options"]} {{ {members} }}");
        }

        // What is read from the connection must be disposed; everything else is a complete value.
        var isComplete = ((string)plan["reader"]!).StartsWith("ResponseReader.", StringComparison.Ordinal);
        return $"{(isComplete ? "" : "await using var result = ")}await client.{plan["name"]}Async({string.Join(", ", arguments)});";
    }

    private static string Argument(SampleCall call, JsonNode argument)
    {
        var name = (string)argument["name"]!;
        if (name != call.Operation.BodyArgument)
        {
            var parameter = call.Operation.Parameters.First(one => IsNamed(one, name));
            var wire = (string)parameter["name"]!;
            return Literal(call.Ids.TryGetValue(wire, out var id) ? id : call.Values(wire).First());
        }

        if (call.Operation.FilePart is not null)
        {
            return $"UploadContent.FromFile({Literal(SampleCall.File)})";
        }

        // A list that is sent with one item is that item in C#.
        var body = (string?)argument["declared"] == "string" && call.Body is JsonArray { Count: > 0 } list ? list[0] : call.Body;
        return Value(call.Operation, body, call.Operation.BodySchema!, (string)argument["declared"]!);
    }

    private static string Members(SampleCall call)
    {
        var members = (call.Operation.CSharp["members"] as JsonArray ?? [])
            .Select(member => (Name: (string)member!["name"]!, Type: ((string)member["declared"]!).TrimEnd('?')));
        return string.Join(", ", members.Select(member => Member(call, member.Name, member.Type)).OfType<string>());
    }

    private static string? Member(SampleCall call, string name, string type)
    {
        var parameter = call.Operation.Parameters.First(one => IsNamed(one, name));
        var values = call.Values((string)parameter["name"]!).ToList();
        return values switch
        {
            [] => null,
            _ when type.StartsWith("IEnumerable<", StringComparison.Ordinal) => $"{name} = [{string.Join(", ", values.Select(Literal))}]",
            [var number, ..] when type is "int" or "long" =>
                long.TryParse(number, CultureInfo.InvariantCulture, out var read) ? $"{name} = {read}" : null,
            [var value, ..] when type is "bool" => value is "true" or "false" ? $"{name} = {value}" : null,
            [var value, ..] => $"{name} = {Literal(value)}",
        };
    }

    /// <summary>Whether a parameter has this name in C#, where "channel_types" is channelTypes or ChannelTypes.</summary>
    private static bool IsNamed(JsonObject parameter, string name)
    {
        var own = (string?)parameter["x-csharp-name"] ?? ((string)parameter["name"]!).Replace("_", "", StringComparison.Ordinal);
        return own.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static string Value(SampleOperation operation, JsonNode? value, JsonObject schema, string type) => value switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Item(operation, item, schema["items"])))}]",
        JsonObject members => $"new {type} {{ {string.Join(", ", members.Select(member => Assignment(operation, schema, member)))} }}",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Literal((string)text!),
        _ => value.ToJsonString(),
    };

    private static string Item(SampleOperation operation, JsonNode? item, JsonNode? schema) =>
        Value(operation, item, operation.Resolve(schema) ?? [], SampleOperation.NameOfReference(schema) ?? "");

    private static string Assignment(SampleOperation operation, JsonObject schema, KeyValuePair<string, JsonNode?> member)
    {
        // What the contract does not name is sent as it is.
        return schema["properties"]?[member.Key] is JsonObject property
            ? $"{property["x-csharp-name"]} = {Item(operation, member.Value, property)}"
            : $"AdditionalProperties = {{ [{Literal(member.Key)}] = {Item(operation, member.Value, null)} }}";
    }

    private static string Literal(string text) => JsonSerializer.Serialize(text, _literals);
}
