using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Writes plain values with System.Text.Json, by their own types and under their own names.</summary>
internal static class PlainValueWriter
{
    /// <summary>
    /// A string as it is, or the JSON of anything else without white space. Numbers are written as plain values are, whichever library read
    /// them.
    /// </summary>
    public static string? ToText(object? plain)
    {
        if (plain is not (PlainObject or List<object?>))
        {
            return FieldValue.AsText(plain);
        }

        return Encoding.UTF8.GetString(ToUtf8(plain));
    }

    /// <summary>The JSON of any plain value, without white space.</summary>
    public static byte[] ToUtf8(object? plain)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, plain);
        }

        return stream.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case PlainObject fields:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Key);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }
}

/// <summary>Writes plain values with Newtonsoft.Json, by their own types and under their own names, and with little stack.</summary>
internal static class NewtonsoftPlainValueWriter
{
    public static void Write(Newton.JsonWriter writer, object? value)
    {
        switch (value)
        {
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case PlainObject fields:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Key);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
