using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Lets Newtonsoft.Json read a model as it does by itself, but for three habits that would change what is kept: a null is not told, a
/// host's own settings turn every text that looks like a time into another spelling of it, and a blank text that is no time also counts as
/// an unknown one.
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
            if (contract.Properties.GetProperty(name, StringComparison.OrdinalIgnoreCase) is { Ignored: false } property
                && property.ValueProvider!.GetValue(model) is null)
            {
                model.State.NoteNull(Array.IndexOf(model.MemberNames, property.PropertyName));
            }
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}

/// <summary>
/// Passes an object on from another reader, and notes which of its members are null: Newtonsoft.Json tells that to nobody.
/// </summary>
internal sealed class NewtonsoftNullWatch : JsonReader
{
    private readonly JsonReader _inner;
    private string? _member;

    /// <param name="inner">The reader, on the object's start.</param>
    public NewtonsoftNullWatch(JsonReader inner)
    {
        _inner = inner;
        CloseInput = false;
        MaxDepth = null;
        SetToken(inner.TokenType);
    }

    /// <summary>The names of the members that are null.</summary>
    public List<string> Nulls { get; } = [];

    public override bool Read() => Shown(_inner.Read());

    public override string? ReadAsString() => Shown(_inner.ReadAsString());

    public override int? ReadAsInt32() => Shown(_inner.ReadAsInt32());

    public override double? ReadAsDouble() => Shown(_inner.ReadAsDouble());

    public override decimal? ReadAsDecimal() => Shown(_inner.ReadAsDecimal());

    public override bool? ReadAsBoolean() => Shown(_inner.ReadAsBoolean());

    public override byte[]? ReadAsBytes() => Shown(_inner.ReadAsBytes());

    public override DateTime? ReadAsDateTime() => Shown(_inner.ReadAsDateTime());

    public override DateTimeOffset? ReadAsDateTimeOffset() => Shown(_inner.ReadAsDateTimeOffset());

    private T Shown<T>(T result)
    {
        SetToken(_inner.TokenType, _inner.Value);
        if (Depth == 1 && TokenType == JsonToken.PropertyName)
        {
            _member = (string)Value!;
        }
        else if (Depth == 1 && TokenType == JsonToken.Null && _member is not null)
        {
            Nulls.Add(_member);
        }

        return result;
    }
}
