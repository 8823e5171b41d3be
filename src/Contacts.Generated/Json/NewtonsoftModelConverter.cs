using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Lets Newtonsoft.Json read a model as it does by itself, except for three habits that would change what is kept: it does not report a
/// null, it rewrites strings that look like times if a host's own settings say so, and it treats a blank string in place of a time as an
/// unknown field as well.
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
            var recorder = new NewtonsoftNullRecorder(reader);
            serializer.Populate(recorder, model);
            RemoveDeclared((IOpenModel)model, contract, recorder.Nulls);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }

        return model;
    }

    private static void RemoveDeclared(IOpenModel model, JsonObjectContract contract, List<string> nulls)
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
/// Passes an object on from another reader, and records which of its members are null, which Newtonsoft.Json does not report.
/// </summary>
internal sealed class NewtonsoftNullRecorder : JsonReader
{
    private readonly JsonReader _inner;
    private string? _member;

    /// <param name="inner">The reader, on the object's start.</param>
    public NewtonsoftNullRecorder(JsonReader inner)
    {
        _inner = inner;
        CloseInput = false;
        MaxDepth = null;
        SetToken(inner.TokenType);
    }

    /// <summary>The names of the members that are null.</summary>
    public List<string> Nulls { get; } = [];

    public override bool Read() => Record(_inner.Read());

    public override string? ReadAsString() => Record(_inner.ReadAsString());

    public override int? ReadAsInt32() => Record(_inner.ReadAsInt32());

    public override double? ReadAsDouble() => Record(_inner.ReadAsDouble());

    public override decimal? ReadAsDecimal() => Record(_inner.ReadAsDecimal());

    public override bool? ReadAsBoolean() => Record(_inner.ReadAsBoolean());

    public override byte[]? ReadAsBytes() => Record(_inner.ReadAsBytes());

    public override DateTime? ReadAsDateTime() => Record(_inner.ReadAsDateTime());

    public override DateTimeOffset? ReadAsDateTimeOffset() => Record(_inner.ReadAsDateTimeOffset());

    private T Record<T>(T result)
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
