using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Lets Newtonsoft.Json read a model as it does by itself, but for two habits that would change what is kept: a host's own
/// settings turn every text that looks like a time into another spelling of it, and a declared field that is null also
/// counts as an unknown one.
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
        if (reader is Utf8NewtonsoftReader { ReadsModelsAlone: true })
        {
            NewtonsoftModelReader.Populate(reader, model, contract, serializer);
            return model;
        }

        var dates = reader.DateParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        try
        {
            serializer.Populate(reader, model);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }

        ((IOpenModel)model).Fields?.RemoveNulls(name => contract.Properties.GetProperty(name, StringComparison.OrdinalIgnoreCase) is { Ignored: false });
        return model;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
