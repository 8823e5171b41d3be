using System.Collections;
using System.Collections.Concurrent;
#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Reads models by Newtonsoft.Json's contracts, but as System.Text.Json does: a name counts as it is spelled, the last of two
/// members of a name counts alone, and what is null is null. It needs little stack, also where a value deep inside is refused, which the
/// library hands up from level to level by throwing it again.
/// </summary>
internal static class NewtonsoftModelReader
{
    private static readonly ConcurrentDictionary<Type, Type> _lists = new();
    private static readonly NewtonsoftScalarConverter _scalars = new();

    /// <summary>Reads the value that the reader stands on.</summary>
    public static object? Read(JsonReader reader, Type type, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        if (_scalars.CanConvert(type))
        {
            return _scalars.ReadJson(reader, type, null, serializer);
        }

        return serializer.ContractResolver.ResolveContract(type) switch
        {
            JsonArrayContract list => ReadList(reader, list, serializer),
            JsonObjectContract model when typeof(IOpenModel).IsAssignableFrom(type) => ReadModel(reader, model, serializer),
            { Converter: { CanRead: true } own } => own.ReadJson(reader, type, null, serializer),
            _ => serializer.Deserialize(reader, type),
        };
    }

    public static object ReadModel(JsonReader reader, JsonObjectContract contract, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            throw new JsonSerializationException("An object was expected.");
        }

        var model = contract.DefaultCreator!();
        ((IOpenModel)model).OnDeserializing();
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

        ((IOpenModel)model).OnDeserialized();
        return model;
    }

#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only the engine gets here, and says itself that it needs dynamic code.")]
#endif
    private static IList ReadList(JsonReader reader, JsonArrayContract contract, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartArray)
        {
            throw new JsonSerializationException("A list was expected.");
        }

        var type = _lists.GetOrAdd(contract.CollectionItemType!, static item => typeof(List<>).MakeGenericType(item));
        var list = (IList)serializer.ContractResolver.ResolveContract(type).DefaultCreator!();
        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            list.Add(Read(reader, contract.CollectionItemType!, serializer));
        }

        return list;
    }
}
