using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>
/// An object inside unknown fields. It has a type of its own because both libraries apply a host's naming policy to the keys of a
/// dictionary, and these keys are the service's names.
/// </summary>
[Newton.JsonConverter(typeof(NewtonsoftPlainObjectConverter))]
[JsonConverter(typeof(PlainObjectConverter))]
internal sealed class PlainObject() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>A list inside unknown fields, while it is written. It has a type of its own so that deep nesting needs little stack.</summary>
[Newton.JsonConverter(typeof(NewtonsoftPlainObjectConverter))]
[JsonConverter(typeof(PlainListConverter))]
internal sealed record PlainList(List<object?> Items);

/// <summary>Writes an object inside unknown fields with System.Text.Json.</summary>
internal sealed class PlainObjectConverter : JsonConverter<PlainObject>
{
    public override PlainObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader) as PlainObject ?? throw new JsonException("An object was expected.");

    public override void Write(Utf8JsonWriter writer, PlainObject value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, value);
}

/// <summary>Writes a list inside unknown fields with System.Text.Json.</summary>
internal sealed class PlainListConverter : JsonConverter<PlainList>
{
    public override PlainList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, PlainList value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, value.Items);
}

/// <summary>Writes an object or a list inside unknown fields with Newtonsoft.Json.</summary>
internal sealed class NewtonsoftPlainObjectConverter : Newton.JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(PlainObject) || objectType == typeof(PlainList);

    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer) =>
        throw new NotSupportedException();

    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, value is PlainList list ? list.Items : value);
}
