using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Writes an object inside unknown fields with Newtonsoft.Json.</summary>
internal sealed class NewtonsoftPlainObjectConverter : JsonConverter<PlainObject>
{
    public override PlainObject? ReadJson(JsonReader reader, Type objectType, PlainObject? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        NewtonsoftPlainValueReader.Read(reader) as PlainObject;

    public override void WriteJson(JsonWriter writer, PlainObject? value, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        foreach (var field in value!)
        {
            writer.WritePropertyName(field.Key);
            serializer.Serialize(writer, field.Value);
        }

        writer.WriteEndObject();
    }
}
