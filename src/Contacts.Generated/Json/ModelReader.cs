using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Reads a document member by member: a value that cannot be read as its member's type becomes null, stays in the model's
/// <c>AdditionalProperties</c> as it was received, and is reported. It reads the documents that System.Text.Json rejected, and everything
/// that the Newtonsoft.Json engine reads without settings of the caller's, so that both read alike.
/// </summary>
internal ref partial struct ModelReader
{
    /// <summary>How many tokens are read before the cancellation token is checked again.</summary>
    private const int TokensBetweenChecks = 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly ReadOptions _options;
    private readonly MemberNames _names;
    private Utf8JsonReader _json;
    private int _tokensLeft;
    private bool _isNotUnicode;
    private bool _isUnreadable;
    private bool _hasUnreadableItem;

    private ModelReader(ReadOnlySpan<byte> utf8, in ReadOptions options, MemberNames names)
    {
        _names = names;
        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth });
        _options = options;
        Next();
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="JsonException">The document is not JSON, nests too deep, or is not an object.</exception>
    public static T? ReadModel<T>(ReadOnlySpan<byte> utf8, in ReadOptions options, MemberNames names)
        where T : class, IOpenModel, new()
    {
        var reader = new ModelReader(utf8, options, names);
        var model = reader.Model<T>();
        reader.End();
        return model;
    }

    /// <summary>Reads a list of models. An item that is not an object is null.</summary>
    /// <exception cref="JsonException">The document is not JSON, nests too deep, or is not a list of objects.</exception>
    public static IReadOnlyList<T>? ReadModels<T>(ReadOnlySpan<byte> utf8, in ReadOptions options, MemberNames names)
        where T : class, IOpenModel, new()
    {
        var reader = new ModelReader(utf8, options, names);
        var list = reader.Items(static (ref items) => items.Model<T>());
        if (reader._hasUnreadableItem)
        {
            reader.Report(typeof(T).Name + "[]");
        }

        reader.End();
        return list;
    }

    public T? Model<T>()
        where T : class, IOpenModel, new()
    {
        if (_json.TokenType != JsonTokenType.StartObject || _json.CurrentDepth >= JsonEngine.ModelDepth)
        {
            return NotRead<T>();
        }

        var model = (T)new T().OfKind(ref this);
        model.OnDeserializing();
        while (Next() == JsonTokenType.PropertyName)
        {
            var name = (_json.ValueIsEscaped ? null : _names.Get(_json.ValueSpan)) ?? JsonString.Read(ref _json, ref _isNotUnicode, out _);
            Next();
            ReadMember(ref this, model, name);
        }

        model.OnDeserialized();
        return model;
    }

    /// <summary>
    /// The string in a member of the object at which the reader is positioned, or null if there is none. The reader does not move.
    /// </summary>
    public readonly string? KindOf(string member)
    {
        var json = _json;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(member);
            json.Read();
            if (isIt)
            {
                return json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                    ? null
                    : FieldValue.AsText(PlainValueReader.Read(ref json, replacing: true));
            }

            json.Skip();
        }

        return null;
    }

    public string? Text()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                var text = JsonString.Read(ref _json, ref _isNotUnicode, out var isUnicode);
                return isUnicode ? text : NotRead<string>();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return NotRead<string>();
            default:
                return FieldValue.AsText(Plain());
        }
    }

    /// <summary>A string that may also come as an object or a list, which is kept as its JSON text.</summary>
    public string? JsonText() => _json.TokenType == JsonTokenType.String ? Text() : PlainValueWriter.ToText(Plain());

    /// <summary>A number or a Boolean, by the table of coercions.</summary>
    public T? Value<T>()
        where T : struct
    {
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)
            && ScalarCoercion.TryCoerce(typeof(T?), Plain(), out var value))
        {
            return (T?)value;
        }

        _isUnreadable = true;
        return null;
    }

    /// <summary>A number or a Boolean that cannot be null.</summary>
    public T Required<T>()
        where T : struct
    {
        var value = Value<T>();
        _isUnreadable |= value is null;
        return value ?? default;
    }

    public DateTimeOffset? Time()
    {
        if (_json.TokenType == JsonTokenType.String
            && (WireTime.TryRead(ref _json, out var time) || (Text() is { } text && WireTime.TryParse(text, out time))))
        {
            return time;
        }

        _isUnreadable = _json.TokenType != JsonTokenType.Null;
        return null;
    }

    public object? Plain() => PlainValueReader.Read(ref _json, replacing: true);

    public IDictionary<string, object?>? PlainObject() =>
        _json.TokenType == JsonTokenType.StartObject ? (PlainObject?)Plain() : NotRead<PlainObject>();

    /// <summary>A value of any other type, which the library reads by itself.</summary>
    public T? Other<T>()
    {
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        try
        {
            return JsonEngine.Default.ReadStrictly<T>(_utf8.Slice(start, (int)_json.BytesConsumed - start).ToArray());
        }
        catch (JsonReadException)
        {
            _isUnreadable = true;
            return default;
        }
    }

    private static void ReadMember(ref ModelReader reader, IOpenModel model, string name)
    {
        var start = reader._json;
        ref var fields = ref model.State.Fields;
        if (!model.ReadMember(name, ref reader))
        {
            (fields ??= new FieldDictionary()).Keep(name, reader.Plain());
            return;
        }

        if (reader._isUnreadable || reader._hasUnreadableItem)
        {
            reader.Report(model.GetType().Name + "." + name);
        }

        if (reader._isUnreadable)
        {
            reader._json = start;
            (fields ??= new FieldDictionary()).Keep(name, reader.Plain());
        }
        else
        {
            // If a name occurs twice, the last member counts.
            fields?.Remove(name);
        }

        (reader._isUnreadable, reader._hasUnreadableItem) = (false, false);
    }

    private T? NotRead<T>()
        where T : class
    {
        _isUnreadable = _json.TokenType != JsonTokenType.Null;
        return null;
    }

    private readonly void Report(string member) => _options.Observer?.ValueNotRead(_options, member);

    private JsonTokenType Next()
    {
        if (_tokensLeft-- == 0)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            _tokensLeft = TokensBetweenChecks;
        }

        return _json.Read() ? _json.TokenType : throw new JsonException("The document ends too early.");
    }

    /// <summary>Checks that the document was of the right kind, and that nothing follows it.</summary>
    private void End()
    {
        if (_isUnreadable || _json.Read())
        {
            throw new JsonException("Another document was expected.");
        }
    }
}
