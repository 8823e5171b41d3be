using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated.Testing;

/// <summary>Writes models as the SDK does, but also the fields that the service sends as null.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions _options = CreateOptions();

    public static void WriteModel<T>(this Utf8JsonWriter writer, T model) =>
        JsonSerializer.Serialize(writer, model, (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T)));

    public static void WriteModels<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> models)
    {
        writer.WritePropertyName(name);
        WriteModels(writer, models);
    }

    public static void WriteModels<T>(this Utf8JsonWriter writer, IReadOnlyList<T> models)
    {
        writer.WriteStartArray();
        foreach (var model in models)
        {
            writer.WriteModel(model);
        }

        writer.WriteEndArray();
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = ContactsJson.TypeInfoResolver.WithAddedModifier(WriteMissingAsNull),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void WriteMissingAsNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (EmulatorDialect.IsSentAsNull(type.Type, property.Name))
            {
                // A model that was read remembers that the field was null, and writes it itself.
                var name = property.Name;
                property.ShouldSerialize = (model, value) =>
                    value is not null || model is not IOpenModel open || !open.AdditionalProperties.ContainsKey(name);
            }
        }
    }
}
