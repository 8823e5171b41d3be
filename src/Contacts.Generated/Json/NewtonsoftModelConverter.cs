using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Lets Newtonsoft.Json read a model as it does by itself, but for three habits that would change what is kept: a null is not
/// told, a host's own settings turn every text that looks like a time into another spelling of it, and a blank text that is no time also counts as an unknown one.
/// </summary>
internal sealed class NewtonsoftModelConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(IOpenModel).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var contract = (JsonObjectContract)serializer.ContractResolver.ResolveContract(objectType);
        var model = existingValue ?? contract.DefaultCreator!();
        ((IOpenModel)model).OnDeserializing();
        var dates = reader.DateParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        try
        {
            var watch = new NewtonsoftNullWatch(reader);
            serializer.Populate(watch, model);
            TakeOutDeclared((IOpenModel)model, contract, watch.Nulls);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }

        return model;
    }

    private static void TakeOutDeclared(IOpenModel model, JsonObjectContract contract, List<string> nulls)
    {
        foreach (var name in model.State.Fields?.Keys.ToList() ?? [])
        {
            if (contract.Properties.GetProperty(name, StringComparison.OrdinalIgnoreCase) is { Ignored: false })
            {
                model.State.Fields!.Remove(name);
            }
        }

        foreach (var name in nulls)
        {
            if (contract.Properties.GetProperty(name, StringComparison.OrdinalIgnoreCase) is { Ignored: false } property && property.ValueProvider!.GetValue(model) is null)
            {
                model.State.NoteNull(Array.IndexOf(model.MemberNames, property.PropertyName));
            }
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
