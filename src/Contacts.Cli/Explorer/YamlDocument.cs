using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace Contacts.Cli.Explorer;

/// <summary>Reads YAML as the JSON that it stands for.</summary>
internal static class YamlDocument
{
    public static JsonObject Read(TextReader yaml) =>
        (JsonObject)ToJson(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml))!;

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IDictionary<object, object?> mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(entry.Key.ToString()!, ToJson(entry.Value)))),
        IList<object?> sequence => new JsonArray([.. sequence.Select(ToJson)]),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double or float or decimal => JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
