using System.Collections;

namespace Contacts.Generated;

/// <summary>The headers of a success, from which the call's secrets are taken when they are first looked at; most are not.</summary>
internal sealed class CleanHeaders(IReadOnlyDictionary<string, string> received, Func<Redactor> redactor)
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
