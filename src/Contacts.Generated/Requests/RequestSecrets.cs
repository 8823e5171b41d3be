using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Finds the values that the caller put into a request: ids, search terms, field values. Words of the contract are not secret.
/// </summary>
internal static class RequestSecrets
{
    /// <summary>Every text that is shown is searched for these values; more of them would take too long.</summary>
    private const int MostBodyValues = 1024;

    /// <summary>Adds the values of the template's placeholders and of the query.</summary>
    public static void AddAddress(Redactor redactor, Uri address, string template)
    {
        var names = template.Split('/');
        var segments = address.AbsolutePath.Split('/');
        for (var index = 1; index <= names.Length && index <= segments.Length; index++)
        {
            if (names[names.Length - index] is { Length: > 0 } name && name[0] == '{')
            {
                redactor.Add(Uri.UnescapeDataString(segments[segments.Length - index]));
            }
        }

        AddQuery(redactor, address);
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

    private static void AddQuery(Redactor redactor, Uri address)
    {
        foreach (var parameter in address.Query.TrimStart('?').Split('&'))
        {
            var parts = parameter.Split(['='], 2);
            if (!IsFixedParameter(parts[0]))
            {
                redactor.Add(Uri.UnescapeDataString(parts[parts.Length - 1]));
            }
        }
    }

    /// <summary>Parameters whose values are numbers or words of the contract.</summary>
    private static bool IsFixedParameter(string name) =>
        name is "sort" or "type" or "limit" or "skip" or "offset" or "channel_type" or "channel_types";

    private static bool IsFixedHeader(string name) =>
        name.StartsWith("Accept", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "USER-AGENT" or "CACHE-CONTROL" or "PRAGMA" or "CONTENT-TYPE";
}
