using System.Collections;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
#if !NETSTANDARD_BUILD
using System.Text.Encodings.Web;
using System.Text.Json;
#endif

namespace Contacts.Generated.ContractTests;

/// <summary>Writes models again, as an application would with either library.</summary>
internal static class ApplicationJson
{
#if !NETSTANDARD_BUILD
    private static readonly JsonSerializerOptions _options = new()
    {
        TypeInfoResolver = ContactsJson.TypeInfoResolver,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
#endif

    /// <summary>Whether Newtonsoft.Json reads and writes, for each library that the build knows.</summary>
    public static IEnumerable<bool> Libraries =>
#if NETSTANDARD_BUILD
        [true];
#else
        [false, true];
#endif

    /// <summary>Makes a client read and write with Newtonsoft.Json.</summary>
    public static void UseNewtonsoft(ContactsClientOptions options)
    {
#if !NETSTANDARD_BUILD
        options.UseNewtonsoftJson();
#endif
    }

    public static JsonNode? Write(object? result, bool newtonsoft) => result switch
    {
        null => null,
        string text => JsonValue.Create(text),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(item => Write(item, newtonsoft))]),
#if !NETSTANDARD_BUILD
        _ when !newtonsoft => System.Text.Json.JsonSerializer.SerializeToNode(result, _options.GetTypeInfo(result.GetType())),
#endif
        _ => JsonNode.Parse(JsonConvert.SerializeObject(result)),
    };

    public static T Read<T>(JsonNode? json) =>
#if NETSTANDARD_BUILD
        JsonConvert.DeserializeObject<T>(json!.ToJsonString())!;
#else
        (T)System.Text.Json.JsonSerializer.Deserialize(json, _options.GetTypeInfo(typeof(T)))!;
#endif
}
