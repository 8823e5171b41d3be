using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Writes an object or a list of unknown fields with Newtonsoft.Json.</summary>
internal sealed class NewtonsoftPlainObjectConverter : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(PlainObject) || objectType == typeof(PlainList);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, value is PlainList list ? list.Items : value);
}
