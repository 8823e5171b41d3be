using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>
/// Feeds Newtonsoft.Json from the strict reader of System.Text.Json. Newtonsoft.Json's own reader also accepts comments, single quotes,
/// trailing commas and unpaired surrogates, but both engines must accept the same documents; it is also slower.
/// </summary>
internal sealed class Utf8NewtonsoftReader : JsonReader
{
    /// <summary>How many tokens are read at once, since resuming the strict reader costs as much as reading several tokens.</summary>
    private const int BatchSize = 128;

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly object _true = true;
    private static readonly object _false = false;

    private readonly ArraySegment<byte> _utf8;
    private readonly MemberNames _names;
    private readonly CancellationToken _cancellationToken;
    private readonly Token[] _batch = new Token[BatchSize];
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = JsonEngine.ModelDepth });
    private int _consumed;
    private int _count;
    private int _next;

    /// <param name="utf8">The document.</param>
    /// <param name="names">The member names that were read before.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Utf8NewtonsoftReader(ReadOnlyMemory<byte> utf8, MemberNames names, CancellationToken cancellationToken)
    {
        _utf8 = MemoryMarshal.TryGetArray(utf8, out var segment) ? segment : new ArraySegment<byte>(utf8.ToArray());
        _names = names;
        _cancellationToken = cancellationToken;
    }

    public override bool Read()
    {
        if (_next == _count && !FindTokens())
        {
            SetToken(JsonToken.None);
            return false;
        }

        Show(in _batch[_next++]);
        return true;
    }

    /// <summary>Checks that nothing follows the document.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    private bool FindTokens()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var reader = new Utf8JsonReader(_utf8.AsSpan(_consumed), isFinalBlock: true, _state);
        _next = _count = 0;
        while (_count < BatchSize && reader.Read())
        {
            var start = _consumed + (int)reader.TokenStartIndex;
            _batch[_count++] = new Token(reader.TokenType, reader.ValueIsEscaped, start, reader.ValueSpan.Length);
        }

        _consumed += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return _count > 0;
    }

    private void Show(in Token token)
    {
        switch (token.Type)
        {
            case JsonTokenType.StartObject:
                SetToken(JsonToken.StartObject);
                break;
            case JsonTokenType.EndObject:
                SetToken(JsonToken.EndObject);
                break;
            case JsonTokenType.StartArray:
                SetToken(JsonToken.StartArray);
                break;
            case JsonTokenType.EndArray:
                SetToken(JsonToken.EndArray);
                break;
            case JsonTokenType.PropertyName:
                var known = token.IsEscaped ? null : _names.Get(_utf8.AsSpan(token.Start + 1, token.Length));
                SetToken(JsonToken.PropertyName, known ?? Text(in token));
                break;
            case JsonTokenType.String:
                SetToken(JsonToken.String, Text(in token));
                break;
            case JsonTokenType.Number:
                ShowNumber(in token);
                break;
            case JsonTokenType.True:
                SetToken(JsonToken.Boolean, _true);
                break;
            case JsonTokenType.False:
                SetToken(JsonToken.Boolean, _false);
                break;
            default:
                SetToken(JsonToken.Null);
                break;
        }
    }

    private void ShowNumber(in Token token)
    {
        var digits = _utf8.AsSpan(token.Start, token.Length);
        if (Utf8Parser.TryParse(digits, out long whole, out var length) && length == digits.Length)
        {
            SetToken(JsonToken.Integer, whole);
            return;
        }

        var text = Encoding.ASCII.GetString(_utf8.Array!, _utf8.Offset + token.Start, token.Length);
        var number = PlainValue.FromNumber(text);
        if (number is double && FloatParseHandling == FloatParseHandling.Decimal
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            number = exact;
        }

        SetToken(number switch { string => JsonToken.String, double => JsonToken.Float, _ => JsonToken.Integer }, number);
    }

    private string Text(in Token token)
    {
        if (!token.IsEscaped)
        {
            return token.Length == 0 ? "" : _strictUtf8.GetString(_utf8.Array!, _utf8.Offset + token.Start + 1, token.Length);
        }

        var reader = new Utf8JsonReader(_utf8.AsSpan(token.Start, token.Length + 2));
        reader.Read();
        return reader.GetString()!;
    }

    private readonly record struct Token(JsonTokenType Type, bool IsEscaped, int Start, int Length);
}
