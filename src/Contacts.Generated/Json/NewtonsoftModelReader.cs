using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Reads a model by Newtonsoft.Json's contract, but as System.Text.Json does: a name counts as it is spelled, the last of two
/// members of a name counts alone, and what is null is null.
/// </summary>
internal static class NewtonsoftModelReader
{
    private static readonly NewtonsoftScalarConverter _scalars = new();

    public static void Populate(JsonReader reader, object model, JsonObjectContract contract, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            throw new JsonSerializationException("An object was expected.");
        }

        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            reader.Read();
            if (contract.Properties.GetProperty(name, StringComparison.Ordinal) is { Ignored: false, Writable: true } property)
            {
                property.ValueProvider!.SetValue(model, Value(reader, property, serializer));
            }
            else
            {
                contract.ExtensionDataSetter!(model, name, NewtonsoftPlainValueReader.Read(reader));
            }
        }

        foreach (var callback in contract.OnDeserializedCallbacks)
        {
            callback(model, serializer.Context);
        }
    }

    /// <summary>Reads what is neither model nor scalar; Newtonsoft.Json by itself takes an empty text for a list that is null.</summary>
    public static object? Other(JsonReader reader, Type type, JsonSerializer serializer) =>
        reader.TokenType == JsonToken.String && serializer.ContractResolver.ResolveContract(type) is JsonArrayContract
            ? throw new JsonSerializationException("A list was expected.")
            : serializer.Deserialize(reader, type);

    private static object? Value(JsonReader reader, JsonProperty property, JsonSerializer serializer)
    {
        var type = property.PropertyType!;
        if (property.Converter is { CanRead: true } own)
        {
            return own.ReadJson(reader, type, null, serializer);
        }

        if (type == typeof(string) && reader.TokenType == JsonToken.String)
        {
            return reader.Value;
        }

        return _scalars.CanConvert(type) ? _scalars.ReadJson(reader, type, null, serializer) : Other(reader, type, serializer);
    }
}
