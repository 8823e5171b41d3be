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
