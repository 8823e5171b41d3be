using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Reads the value at which a reader is positioned; null if it is null or cannot be read.</summary>
internal delegate T? ValueReader<T>(ref ModelReader reader);

/// <summary>The same for a value type, such as an open enum.</summary>
internal delegate T? StructReader<T>(ref ModelReader reader)
    where T : struct;

// Lists of plain values, of values that cannot be null, and of models and strings.
internal ref partial struct ModelReader
{
    public IReadOnlyList<object?>? PlainList() =>
        _json.TokenType == JsonTokenType.StartArray ? (List<object?>?)Plain() : NotRead<List<object?>>();

    /// <summary>A list of values. It can be read only if all of its items can, and none of them is null.</summary>
    public IReadOnlyList<T>? List<T>(StructReader<T> read)
        where T : struct
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return NotRead<List<T>>();
        }

        var list = new List<T>();
        while (!_isUnreadable && Next() != JsonTokenType.EndArray)
        {
            var value = read(ref this);
            _isUnreadable |= value is null;
            list.Add(value ?? default);
        }

        return _isUnreadable ? null : list;
    }

    public IReadOnlyList<T>? Items<T>(StructReader<T> read)
        where T : struct => List(read);

    /// <summary>A list. It can be read only if all of its items can.</summary>
    public IReadOnlyList<T>? List<T>(ValueReader<T> read)
        where T : class
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return NotRead<List<T>>();
        }

        var list = new List<T>();
        while (!_isUnreadable && Next() != JsonTokenType.EndArray)
        {
            list.Add(read(ref this)!);
        }

        return _isUnreadable ? null : list;
    }

    /// <summary>
    /// A required list, such as that of a page. An item that cannot be read becomes null and does not make the others unreadable. If no
    /// item can be read, neither can the list.
    /// </summary>
    public IReadOnlyList<T>? Items<T>(ValueReader<T> read)
        where T : class
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return NotRead<List<T>>();
        }

        var list = new List<T>();
        var (readable, unreadable) = (0, 0);
        while (Next() != JsonTokenType.EndArray)
        {
            var start = _json;
            var item = read(ref this);
            if (_isUnreadable)
            {
                _isUnreadable = false;
                _json = start;
                _json.Skip();
                item = null;
                unreadable++;
            }
            else if (item is not null)
            {
                readable++;
            }

            list.Add(item!);
        }

        _hasUnreadableItem = unreadable > 0;
        _isUnreadable = readable == 0 && unreadable > 0;
        return _isUnreadable ? null : list;
    }
}
