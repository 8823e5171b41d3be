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

/// <summary>Writes a list of unknown fields with System.Text.Json.</summary>
internal sealed class PlainListConverter : JsonConverter<PlainList>
{
    public override PlainList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, PlainList value, JsonSerializerOptions options) => PlainValueWriter.Write(writer, value.Items);
}
