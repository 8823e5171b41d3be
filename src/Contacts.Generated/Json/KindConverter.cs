using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>
/// Reads and writes, with System.Text.Json, a value of one of several kinds: as the class of its kind, or as the base class if the kind is
/// unknown.
/// </summary>
/// <typeparam name="T">The base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KindConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly Func<byte[], T?> _read;
    private readonly Action<Utf8JsonWriter, T, JsonSerializerOptions> _write;

    private protected KindConverter(Func<byte[], T?> read, Action<Utf8JsonWriter, T, JsonSerializerOptions> write)
    {
        _read = read;
        _write = write;
    }

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _read(PlainValueWriter.ToUtf8(PlainValueReader.Read(ref reader)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(T))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            return;
        }

        // Written by hand, since this converter replaces what the library knows about the class.
        var model = (IOpenModel)value;
        model.OnSerializing();
        try
        {
            writer.WriteStartObject();
            _write(writer, value, options);
            KindWriter.WriteFields(writer, model);
            writer.WriteEndObject();
        }
        finally
        {
            model.OnSerialized();
        }
    }
}

/// <summary>Reads, with Newtonsoft.Json, a value of one of several kinds. Writing needs no converter.</summary>
/// <typeparam name="T">The base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewtonsoftKindConverter<T> : Newton.JsonConverter
    where T : class
{
    private readonly Func<byte[], T?> _read;

    private protected NewtonsoftKindConverter(Func<byte[], T?> read) => _read = read;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(T).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer)
    {
        try
        {
            return reader.TokenType == Newton.JsonToken.Null
                ? null
                : _read(PlainValueWriter.ToUtf8(NewtonsoftPlainValueReader.Read(reader)));
        }
        catch (JsonException exception)
        {
            throw new Newton.JsonSerializationException(exception.Message);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        throw new NotSupportedException();
}
