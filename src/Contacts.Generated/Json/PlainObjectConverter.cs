using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated;

/// <summary>Writes an object inside unknown fields with System.Text.Json.</summary>
internal sealed class PlainObjectConverter : JsonConverter<PlainObject>
{
    public override PlainObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader) as PlainObject ?? throw new JsonException("An object was expected.");

    public override void Write(Utf8JsonWriter writer, PlainObject value, JsonSerializerOptions options) => PlainValueWriter.Write(writer, value);
}
