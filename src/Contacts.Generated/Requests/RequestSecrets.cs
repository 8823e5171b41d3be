using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Finds the values that the caller put into a request: ids, search terms, field values. Words of the contract are not secret.
/// </summary>
internal static class RequestSecrets
{
    /// <summary>Every text that is shown is searched for these values, and searching for more of them would take too long.</summary>
    private const int MostBodyValues = 1024;

    private static readonly string[] _betweenValues = [",", "=", "%20", "%7C"];

    /// <summary>Adds the values of the path, of the query and of the headers.</summary>
    public static void AddOperation(Redactor redactor, OperationRequest operation, Uri address)
    {
        foreach (var value in operation.PathValues)
        {
            // A separator that is not encoded stands between several values in one place, and sometimes a dot in front of them.
            redactor.Add(Uri.UnescapeDataString(value ?? ""));
            foreach (var part in (value ?? "").Split(value is { Length: > 0 } && value[0] == '.' ? ['.', ',', '='] : [',', ';', '=']))
            {
                redactor.Add(Uri.UnescapeDataString(part));
            }
        }

        AddQuery(redactor, address);
        if (operation.HasQuery)
        {
            foreach (var styled in operation.Query.Where(static parameter => parameter.Value is null))
            {
                foreach (var part in styled.Name.Split(_betweenValues, StringSplitOptions.None))
                {
                    redactor.Add(Uri.UnescapeDataString(part));
                }
            }
        }

        AddHeaders(redactor, operation.Headers);
    }

    /// <summary>
    /// Adds the segments of the caller's own path, except the first, which names the resource; and the values of the query.
    /// </summary>
    public static void AddOwnAddress(Redactor redactor, Uri address, Uri baseAddress)
    {
        foreach (var segment in address.AbsolutePath.Substring(baseAddress.AbsolutePath.Length).Split('/').Skip(1))
        {
            redactor.Add(Uri.UnescapeDataString(segment));
        }

        AddQuery(redactor, address);
    }

    public static void AddHeaders(Redactor redactor, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        foreach (var header in headers ?? [])
        {
            if (!IsFixedHeader(header.Key))
            {
                redactor.Add(header.Value);
            }

            if (header.Key == WireHeaders.Cookie)
            {
                AddPairs(redactor, header.Value.Replace("; ", "&"));
            }
        }
    }

    /// <summary>Adds every string in a JSON body; any other body adds nothing.</summary>
    public static void AddJson(Redactor redactor, byte[]? body)
    {
        if (body is null or { Length: 0 })
        {
            return;
        }

        var left = MostBodyValues;
        var reader = new Utf8JsonReader(body);
        try
        {
            while (left > 0 && reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String)
                {
                    redactor.Add(reader.GetString());
                    left--;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The caller's own body need not be JSON.
        }
    }

    /// <summary>Adds a value in a form: its text, or the strings in its JSON.</summary>
    public static void AddValue(Redactor redactor, byte[]? value)
    {
        if (value is not null)
        {
            redactor.Add(Encoding.UTF8.GetString(value));
            AddJson(redactor, value);
        }
    }

    /// <summary>Adds the values of an encoded query or form.</summary>
    public static void AddPairs(Redactor redactor, string text)
    {
        foreach (var pair in text.Split('&'))
        {
            var parts = pair.Split(['='], 2);
            if (!IsFixedParameter(parts[0]))
            {
                redactor.Add(Uri.UnescapeDataString(parts[parts.Length - 1].Replace('+', ' ')));
            }
        }
    }

    private static void AddQuery(Redactor redactor, Uri address) => AddPairs(redactor, address.Query.TrimStart('?'));

    /// <summary>Parameters whose values are numbers or words of the contract.</summary>
    private static bool IsFixedParameter(string name) =>
        name is "sort" or "type" or "limit" or "skip" or "offset" or "channel_type" or "channel_types";

    private static bool IsFixedHeader(string name) =>
        name.StartsWith("Accept", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "USER-AGENT" or "CACHE-CONTROL" or "PRAGMA" or "CONTENT-TYPE";
}
