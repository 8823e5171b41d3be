using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Reads a model by Newtonsoft.Json's contract, but as System.Text.Json does: a name counts as it is spelled, the last of two
/// members of a name counts alone, and what is null is null.
/// </summary>
internal static class NewtonsoftModelReader
{
    public static void Populate(JsonReader reader, object model, JsonObjectContract contract, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            throw new JsonSerializationException("An object was expected.");
        }

        var members = NewtonsoftMembers.Of(contract);
        for (var place = 0; reader.Read() && reader.TokenType == JsonToken.PropertyName; place++)
        {
            var name = (string)reader.Value!;
            reader.Read();
            if (members.Find(name, place) is { } member)
            {
                member.Read(reader, model, serializer);
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
}
