using System.Globalization;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Tells an error that comes with a successful status: {"success":false}, {"error":…}, {"code":40004}. Only for objects that are no answer themselves.</summary>
internal static class ErrorEnvelope
{
    /// <summary>Refuses an object that has a member which says that the call failed.</summary>
    /// <exception cref="InvalidDataException">It has one.</exception>
    public static void Check(FieldDictionary? members)
    {
        foreach (var member in members ?? [])
        {
            if (IsFault(member.Key, member.Value))
            {
                throw Fault();
            }
        }
    }

    /// <summary>Reads a member of an envelope: its name, which the reader stands on, and its value.</summary>
    /// <returns>Whether it says that the call failed.</returns>
    public static bool ReadFault(ref Utf8JsonReader reader)
    {
        var name = reader.IsName("success"u8) ? "success" : reader.IsName("ok"u8) ? "ok" : reader.IsName("error"u8) ? "error" : reader.IsName("errors"u8) ? "errors"
            : reader.IsName("status"u8) ? "status" : reader.IsName("statusCode"u8) || reader.IsName("status_code"u8) || reader.IsName("code"u8) ? "code" : null;
        reader.Read();
        if (name is not null)
        {
            return IsFault(name, PlainValueReader.Read(ref reader, replacing: true));
        }

        reader.Skip();
        return false;
    }

    public static InvalidDataException Fault() => new("The body says that the call failed.");

    private static bool IsFault(string name, object? value) => name switch
    {
        "success" or "ok" => FieldValue.AsText(value) is "false" or "0",
        "error" or "errors" => value switch
        {
            null or false or "" or 0L => false,
            List<object?> list => list.Count > 0,
            PlainObject members => members.Count > 0,
            _ => true,
        },
        "status" or "statusCode" or "status_code" or "code" => FieldValue.AsText(value) is { } text && (IsErrorCode(text) || text is "error" or "fail" or "failed"),
        _ => false,
    };

    /// <summary>A status of HTTP, or a code of the service's, which begins with one: 404, 40004.</summary>
    private static bool IsErrorCode(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && text.Length >= 3 && text[0] is '4' or '5' && code >= 400;
}
