using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a union with System.Text.Json.</summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionConverter<T> : JsonConverter<T>
    where T : ContactsUnion
{
    private readonly Func<object?, T> _create;

    private protected UnionConverter(Func<object?, T> create) => _create = create;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _create(PlainValueReader.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, value.Plain);
}

/// <summary>Reads and writes a union with Newtonsoft.Json.</summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewtonsoftUnionConverter<T> : Newton.JsonConverter
    where T : ContactsUnion
{
    private readonly Func<object?, T> _create;

    private protected NewtonsoftUnionConverter(Func<object?, T> create) => _create = create;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(T);

    /// <inheritdoc/>
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer) =>
        reader.TokenType == Newton.JsonToken.Null ? null : _create(NewtonsoftPlainValueReader.Read(reader));

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, (value as ContactsUnion)?.Plain);
}
