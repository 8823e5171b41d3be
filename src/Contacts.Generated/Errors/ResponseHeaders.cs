using System.Collections.ObjectModel;
using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// The headers of a response as a plain dictionary. It is a copy, made only when somebody will see it, so that it keeps neither the response
/// nor its content alive.
/// </summary>
internal static class ResponseHeaders
{
    internal static IReadOnlyDictionary<string, string> Empty { get; } =
        new ReadOnlyDictionary<string, string>(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    internal static IReadOnlyDictionary<string, string> From(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers);
        if (response.Content is { } content)
        {
            Add(headers, content.Headers);
        }

        return new ReadOnlyDictionary<string, string>(headers);
    }

    /// <summary>The same without a call's secrets, in names and in values.</summary>
    internal static IReadOnlyDictionary<string, string> Without(Redactor redactor, IReadOnlyDictionary<string, string> headers)
    {
        var clean = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            clean[redactor.Clean(header.Key)] = redactor.Clean(header.Value);
        }

        return new ReadOnlyDictionary<string, string>(clean);
    }

    private static void Add(Dictionary<string, string> target, HttpHeaders source)
    {
#if NET8_0_OR_GREATER
        // As received: the typed view would split and rewrite values.
        foreach (var header in source.NonValidated)
        {
            Add(target, header.Key, header.Value.ToString());
        }
#else
        foreach (var header in source)
        {
            // The product list is the one header here whose parts are not separated by a comma.
            var separator = string.Equals(header.Key, "Server", StringComparison.OrdinalIgnoreCase) ? " " : ", ";
            Add(target, header.Key, string.Join(separator, header.Value));
        }
#endif
    }

    private static void Add(Dictionary<string, string> target, string name, string value)
    {
        if (SafeHeaders.ValueOrNull(name, value) is { } safe)
        {
            target[name] = target.TryGetValue(name, out var earlier) ? earlier + ", " + safe : safe;
        }
    }
}
