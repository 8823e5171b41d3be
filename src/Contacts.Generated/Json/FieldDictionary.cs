using System.Collections;

namespace Contacts.Generated;

/// <summary>The fields of a JSON object as plain .NET values, in the order received, whichever library reads or writes them.</summary>
internal sealed class FieldDictionary : IDictionary<string, object?>
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);

    public object? this[string key]
    {
        get => _fields[key];
        set => _fields[key] = PlainValue.From(value);
    }

    public ICollection<string> Keys => _fields.Keys;

    public ICollection<object?> Values => _fields.Values;

    public int Count => _fields.Count;

    public bool IsReadOnly => false;

    public static FieldDictionary From(IDictionary<string, object?> fields)
    {
        if (fields is FieldDictionary same)
        {
            return same;
        }

        var copy = new FieldDictionary();
        foreach (var field in fields ?? throw new ArgumentNullException(nameof(fields)))
        {
            copy[field.Key] = field.Value;
        }

        return copy;
    }

    /// <summary>Finds a string that was received under an alias of a member, if none was received under the member's own name.</summary>
    /// <param name="current">The value that was read under the member's own name.</param>
    /// <param name="fields">The fields without a member, and the values that could not be read.</param>
    /// <param name="name">The member's own name on the wire.</param>
    /// <param name="aliases">The other names, the preferred one first.</param>
    /// <returns>
    /// The string, or null to leave the member as it is. The field that contained it is removed, since the string is written again under
    /// the member's own name.
    /// </returns>
    public static string? TakeAlias(string? current, FieldDictionary? fields, string name, params ReadOnlySpan<string> aliases)
    {
        if (!string.IsNullOrEmpty(current) || fields is null || fields._fields.ContainsKey(name))
        {
            return null;
        }

        foreach (var alias in aliases)
        {
            if (fields._fields.TryGetValue(alias, out var value) && FieldValue.AsText(value) is { Length: > 0 } text)
            {
                fields._fields.Remove(alias);
                return text;
            }
        }

        return null;
    }

    /// <summary>
    /// Moves a value from an alias to the field's own name. If the field already has a value, it stays, and the alias is dropped.
    /// </summary>
    public void Rename(string alias, string name)
    {
        if (_fields.TryGetValue(alias, out var value))
        {
            _fields.Remove(alias);
            _fields[name] = _fields.TryGetValue(name, out var own) ? own : value;
        }
    }

    /// <summary>The value of a field, converted to the type of a model's property; null if it is missing or of another kind.</summary>
    public T? Get<T>(string name) =>
        _fields.TryGetValue(name, out var value) && value is not null ? FieldValue.As<T>(value) : default;

    /// <summary>Removes and returns a field that can be converted to the type of a model's property; any other field stays.</summary>
    public T? TakeAs<T>(string name)
    {
        var value = Get<T>(name);
        if (value is not null)
        {
            _fields.Remove(name);
        }

        return value;
    }

    public FieldDictionary WithoutNulls()
    {
        var copy = new FieldDictionary();
        foreach (var field in _fields)
        {
            if (field.Value is not null)
            {
                copy._fields[field.Key] = field.Value;
            }
        }

        return copy;
    }

    /// <summary>Sets a value that is plain already, without converting it.</summary>
    public void Keep(string name, object? plain) => _fields[name] = plain;

    /// <summary>Adds a value if it is its type's default, unless there is a field of that name.</summary>
    public void AddDefault<T>(string name, T value)
        where T : struct
    {
        if (EqualityComparer<T>.Default.Equals(value, default) && !_fields.ContainsKey(name))
        {
            this[name] = value;
        }
    }

    public void Add(string key, object? value) => _fields.Add(key, PlainValue.From(value));

    public bool ContainsKey(string key) => _fields.ContainsKey(key);

    public bool Remove(string key) => _fields.Remove(key);

    public bool TryGetValue(string key, out object? value) => _fields.TryGetValue(key, out value);

    public void Clear() => _fields.Clear();

    public void Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    public bool Contains(KeyValuePair<string, object?> item) => ((ICollection<KeyValuePair<string, object?>>)_fields).Contains(item);

    public void CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_fields).CopyTo(array, arrayIndex);

    public bool Remove(KeyValuePair<string, object?> item) => ((ICollection<KeyValuePair<string, object?>>)_fields).Remove(item);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
