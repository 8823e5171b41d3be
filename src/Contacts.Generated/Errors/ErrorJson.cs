using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Reads the JSON forms of an error: flat, or wrapped in "error", "message" or "detail", as an object or an array. If the JSON is truncated
/// or invalid, everything before that point counts.
/// </summary>
internal ref struct ErrorJson
{
    private const int MaxDepth = 64;
    private Utf8JsonReader _reader;
    private bool _ended;

    private ErrorJson(ReadOnlySpan<byte> json)
    {
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        _ended = false;
    }

    /// <summary>What one object contains; the value nearest to the top counts.</summary>
    internal struct Facts
    {
        internal string? Message;
        internal string? Code;
        internal string? RequestId;
    }

    public static Facts Read(ReadOnlySpan<byte> json)
    {
        var document = new ErrorJson(json);
        return document.Next() ? document.ReadValue() : default;
    }

    /// <summary>
    /// Reads a value that may be a message: a string, an object with one, or a list of either, of which the first counts.
    /// </summary>
    private Facts ReadValue()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return new Facts { Message = Text() };
            case JsonTokenType.StartObject:
                return ReadObject();
            case JsonTokenType.StartArray:
                return ReadArray();
            default:
                return default;
        }
    }

    private Facts ReadArray()
    {
        Facts first = default;
        while (Next() && _reader.TokenType != JsonTokenType.EndArray)
        {
            first = Together(first, ReadValue());
        }

        return first;
    }

    /// <summary>The first value counts; a later one only fills in what it lacks.</summary>
    private static Facts Together(Facts first, Facts second) => new()
    {
        Message = first.Message ?? second.Message,
        Code = first.Code ?? second.Code,
        RequestId = first.RequestId ?? second.RequestId,
    };

    private Facts ReadObject()
    {
        Facts own = default, message = default, error = default, detail = default;
        string? fallback = null;
        while (Next() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref _reader);
            if (!Next())
            {
                break;
            }

            switch (name)
            {
                case Name.Message:
                    message = Together(message, ReadValue());
                    break;
                case Name.Error:
                    error = Together(error, ReadValue());
                    break;
                case Name.Detail:
                    detail = Together(detail, ReadValue());
                    break;
                case Name.Fallback:
                    fallback ??= ReadScalar();
                    break;
                case Name.Code:
                    own.Code ??= ReadScalar();
                    break;
                case Name.RequestId:
                    own.RequestId ??= ReadScalar();
                    break;
                default:
                    Skip();
                    break;
            }
        }

        // "error" beside "message" is the status phrase, so it comes after the other two.
        return new Facts
        {
            Message = message.Message ?? detail.Message ?? fallback ?? error.Message,
            Code = own.Code ?? error.Code ?? message.Code ?? detail.Code,
            RequestId = own.RequestId ?? error.RequestId ?? message.RequestId ?? detail.RequestId,
        };
    }

    private enum Name
    {
        Other,
        Message,
        Error,
        Detail,
        Fallback,
        Code,
        RequestId,
    }

    // "statusCode" is not read: it repeats the status, and where it does not, the status decides.
    private static Name NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("msg"u8) ? Name.Message
        : reader.ValueTextEquals("error"u8) || reader.ValueTextEquals("errors"u8) ? Name.Error
        : reader.ValueTextEquals("detail"u8) ? Name.Detail
        : reader.ValueTextEquals("error_description"u8) || reader.ValueTextEquals("title"u8) || reader.ValueTextEquals("reason"u8)
            ? Name.Fallback
        : reader.ValueTextEquals("code"u8) ? Name.Code
        : reader.ValueTextEquals("request_id"u8) || reader.ValueTextEquals("requestId"u8) ? Name.RequestId
        : Name.Other;

    private string? ReadScalar()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return Text();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_reader.ValueSpan.ToArray());
            default:
                Skip();
                return null;
        }
    }

    private string? Text()
    {
        try
        {
            var text = _reader.GetString();
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8 or an unpaired surrogate: not a string.
            return null;
        }
    }

    private void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        while (Next() && _reader.CurrentDepth > depth)
        {
        }
    }

    private bool Next()
    {
        if (_ended)
        {
            return false;
        }

        try
        {
            _ended = !_reader.Read();
        }
        catch (JsonException)
        {
            _ended = true;
        }

        return !_ended;
    }
}
