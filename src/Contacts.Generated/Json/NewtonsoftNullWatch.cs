using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Passes an object on from another reader, and notes which of its members are null: Newtonsoft.Json tells that to nobody.</summary>
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
