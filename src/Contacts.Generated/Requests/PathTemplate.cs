using System.Text;

namespace Contacts.Generated;

/// <summary>A path with placeholders, split into its pieces once.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _literals;
    private readonly string[] _names;

    public PathTemplate(string template)
    {
        Template = template;
        var literals = new List<string>();
        var names = new List<string>();
        var start = 0;
        for (var open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', start))
        {
            var close = template.IndexOf('}', open);
            literals.Add(template.Substring(start, open - start));
            names.Add(template.Substring(open + 1, close - open - 1));
            start = close + 1;
        }

        literals.Add(template.Substring(start));
        _literals = [.. literals];
        _names = [.. names];
    }

    /// <summary>The path as the contract has it. It is safe to log, since it contains no ids.</summary>
    public string Template { get; }

    /// <summary>Whether the path begins at the gateway's root and not at the service's path.</summary>
    public bool IsBelowGateway => Template.Length > 0 && Template[0] == '/';

    public int Count => _names.Length;

    public int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <summary>Fills in the placeholders; the values must already be encoded.</summary>
    public string Fill(string baseAddress, string?[] values)
    {
        var pieces = new string?[(2 * _names.Length) + 2];
        pieces[0] = baseAddress;
        pieces[1] = _literals[0];
        for (var index = 0; index < _names.Length; index++)
        {
            pieces[(2 * index) + 2] = values[index];
            pieces[(2 * index) + 3] = _literals[index + 1];
        }

        return string.Concat(pieces);
    }
}

/// <summary>Checks ids that become part of a path, since some would address a different resource than the one meant.</summary>
internal static class PathId
{
    /// <summary>Checks and encodes an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="parameter">The C# name of the argument.</param>
    /// <param name="reserved">The character with which the service's own routes begin, where no id may; null for none.</param>
    public static string Encode(string? id, string parameter, char? reserved = null)
    {
        if (id is null)
        {
            throw new ArgumentNullException(parameter, "An id is required. Pass the id of one item.");
        }

        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ArgumentException("The id is empty, which would address the whole list. Pass the id of one item.", parameter);
        }

        if (id is "." or "..")
        {
            throw new ArgumentException("The id is a path segment that leads elsewhere ('.' or '..'). Pass the id of one item.", parameter);
        }

        if (id[0] == reserved)
        {
            throw new ArgumentException(
                $"The id begins with '{reserved}', as the service's own routes do. Pass the id of one item.", parameter);
        }

        return PercentEncoding.IsBroken(id)
            ? throw new ArgumentException(
                "The id contains an unpaired surrogate, which cannot be sent. Pass the id of one item.", parameter)
            : PercentEncoding.Encode(id);
    }
}

/// <summary>Encodes a string as one part of an address.</summary>
internal static class PercentEncoding
{
    /// <summary>
    /// Whether a string contains an unpaired surrogate. Such a string cannot be encoded and would be sent as a different one.
    /// </summary>
    public static bool IsBroken(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    /// <summary>Encodes everything but letters, digits and "-._~". The string must not contain an unpaired surrogate.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>
    /// Also keeps the characters that have a meaning in an address, except those that would end a parameter's name or value.
    /// </summary>
    public static string EncodeAllButReserved(string text)
    {
        var encoded = new StringBuilder(Encode(text));
        foreach (var kept in "/:?@!$'()*,;")
        {
            encoded.Replace(Uri.HexEscape(kept), kept.ToString());
        }

        return encoded.ToString();
    }
}
