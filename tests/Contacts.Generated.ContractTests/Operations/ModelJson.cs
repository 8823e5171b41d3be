using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>Writes models again, as an application would with either library.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        TypeInfoResolver = ContactsJson.TypeInfoResolver,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonNode? Write(object? result, bool newtonsoft) => result switch
    {
        null => null,
        string text => JsonValue.Create(text),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(item => Write(item, newtonsoft))]),
        _ when newtonsoft => JsonNode.Parse(JsonConvert.SerializeObject(result)),
        _ => System.Text.Json.JsonSerializer.SerializeToNode(result, _options.GetTypeInfo(result.GetType())),
    };

    public static T Read<T>(JsonNode? json) => (T)System.Text.Json.JsonSerializer.Deserialize(json, _options.GetTypeInfo(typeof(T)))!;
}
