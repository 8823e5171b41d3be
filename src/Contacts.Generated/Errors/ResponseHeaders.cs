using System.Collections;
using System.Collections.ObjectModel;
using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// The headers of a response as a plain dictionary. It is a copy, made only when needed, so that it does not keep the response or its
/// content alive.
/// </summary>
internal static class ResponseHeaders
{
    public static IReadOnlyDictionary<string, string> Empty { get; } =
        new ReadOnlyDictionary<string, string>(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyDictionary<string, string> From(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers);
        if (response.Content is { } content)
        {
            Add(headers, content.Headers);
        }

        return new ReadOnlyDictionary<string, string>(headers);
    }

    /// <summary>The same headers without the call's secrets, in names and values.</summary>
    public static IReadOnlyDictionary<string, string> Without(Redactor redactor, IReadOnlyDictionary<string, string> headers)
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
        // As received; the typed view would split and rewrite values.
        foreach (var header in source.NonValidated)
        {
            Add(target, header.Key, header.Value.ToString());
        }
#else
        foreach (var header in source)
        {
            // The parts of this header alone are not separated by commas.
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

/// <summary>
/// Decides which response headers may be shown. Loggers that reflect over properties write the whole dictionary, so it contains no
/// credential, set or echoed, and no address, which may carry ids and queries of the request.
/// </summary>
internal static class SafeHeaders
{
    public static string? ValueOrNull(string name, string value) => name.ToUpperInvariant() switch
    {
        "SET-COOKIE" or "SET-COOKIE2" or "COOKIE" => null,
        "AUTHORIZATION" or "PROXY-AUTHORIZATION" or "AUTHENTICATION-INFO" or "PROXY-AUTHENTICATION-INFO" => null,
        "X-API-KEY" or "X-ACCESS-TOKEN" => null,
        "CONTENT-LOCATION" or "LINK" or "REFRESH" => null,
        "LOCATION" => OriginOrNull(value),
        _ => value,
    };

    /// <summary>The host tells a user where <c>GatewayUrl</c> should point.</summary>
    private static string? OriginOrNull(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Length > 0
            ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : null;
}

/// <summary>
/// The headers of a successful response. The call's secrets are removed when the headers are first looked at, which most are not.
/// </summary>
internal sealed class RedactedHeaders(IReadOnlyDictionary<string, string> received, Func<Redactor> redactor)
    : IReadOnlyDictionary<string, string>
{
    private IReadOnlyDictionary<string, string>? _clean;

    public int Count => Clean.Count;

    public IEnumerable<string> Keys => Clean.Keys;

    public IEnumerable<string> Values => Clean.Values;

    private IReadOnlyDictionary<string, string> Clean => _clean ??= ResponseHeaders.Without(redactor(), received);

    public string this[string key] => Clean[key];

    public bool ContainsKey(string key) => Clean.ContainsKey(key);

    public bool TryGetValue(string key, out string value) => Clean.TryGetValue(key, out value!);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Clean.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Reads <c>Retry-After</c>: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>
    /// The longest wait that every .NET timer accepts; a longer one is reduced to it, which also keeps sums from overflowing.
    /// </summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <returns>The wait; zero for a date in the past; null if the header is missing or cannot be read.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
        var header = response.Headers.RetryAfter;
        if ((header?.Delta ?? header?.Date - timeProvider.GetUtcNow()) is not { } wait)
        {
            return null;
        }

        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
