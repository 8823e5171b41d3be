using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Writes plain values with Newtonsoft.Json, by their own types and under their own names, and with little stack.</summary>
internal static class NewtonsoftPlainValueWriter
{
    public static void Write(JsonWriter writer, object? value)
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
