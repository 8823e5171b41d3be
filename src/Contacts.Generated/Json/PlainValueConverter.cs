using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a free-form member with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainValueConverter : JsonConverter<object?>
{
    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, PlainValue.From(value));
}

/// <summary>Reads and writes a free-form member with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftPlainValueConverter : Newton.JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(object);

    /// <inheritdoc/>
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueReader.Read(reader);

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, PlainValue.From(value));
}

/// <summary>Reads and writes an object with any members with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainMapConverter : JsonConverter<IDictionary<string, object?>>
{
    /// <inheritdoc/>
    public override IDictionary<string, object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader) as PlainObject ?? throw new JsonException("An object was expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IDictionary<string, object?> value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, PlainValue.From(value));
}

/// <summary>Reads and writes a list of any values with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainItemsConverter : JsonConverter<IReadOnlyList<object?>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader) as List<object?> ?? throw new JsonException("A list was expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<object?> value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, PlainValue.From(value));
}

/// <summary>Reads and writes an object with any members with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftPlainMapConverter() : NewtonsoftContainerConverter(typeof(IDictionary<string, object?>));

/// <summary>Reads and writes a list of any values with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftPlainItemsConverter() : NewtonsoftContainerConverter(typeof(IReadOnlyList<object?>));

/// <summary>Reads and writes an object or a list of any values with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewtonsoftContainerConverter : Newton.JsonConverter
{
    private readonly Type _container;

    private protected NewtonsoftContainerConverter(Type container) => _container = container;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == _container;

    /// <inheritdoc/>
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer)
    {
        var value = NewtonsoftPlainValueReader.Read(reader);
        return value is null || _container.IsInstanceOfType(value)
            ? value
            : throw new Newton.JsonSerializationException("An object or a list was expected.");
    }

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, PlainValue.From(value));
}
