using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>The scalar coercions for Newtonsoft.Json, by the same table as for System.Text.Json; texts it coerces itself.</summary>
internal sealed class NewtonsoftScalarConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType)
    {
        var type = Nullable.GetUnderlyingType(objectType) ?? objectType;
        return type == typeof(int) || type == typeof(long) || type == typeof(bool) || type == typeof(double) || type == typeof(string);
    }

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType is JsonToken.StartArray or JsonToken.StartObject)
        {
            throw new JsonSerializationException("A scalar was expected.");
        }

        return reader.Value is string text && objectType == typeof(string)
            ? text
            : ScalarCoercion.TryCoerce(objectType, PlainValue.From(reader.Value), out var value)
                ? value
                : throw new JsonSerializationException("Another scalar was expected.");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
