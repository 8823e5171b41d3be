using System.Globalization;
using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>The parameters of a query, decoded, in order.</summary>
internal sealed class QueryValues
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public static QueryValues Parse(string query)
    {
        var values = new QueryValues();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            values._values.Add(equals < 0
                ? new(Decode(part), "")
                : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return values;
    }

    /// <summary>The members of an object as if they were parameters.</summary>
    public static QueryValues Of(JsonElement body)
    {
        var values = new QueryValues();
        values._values.AddRange(body.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, member.Value.ToString())));
        return values;
    }

    /// <summary>All values of a parameter.</summary>
    public IReadOnlyList<string> All(string name) => [.. _values.Where(value => value.Key == name).Select(value => value.Value)];

    /// <summary>The value of a parameter that may appear only once; null if it is missing.</summary>
    /// <exception cref="ErrorReplyException">The parameter appears more than once.</exception>
    public string? One(string name) => All(name) switch
    {
        [] => null,
        [var value] => value,
        _ => throw new ErrorReplyException(ErrorReplies.Invalid(name)),
    };

    /// <summary>A number that is at least <paramref name="minimum"/>.</summary>
    /// <exception cref="ErrorReplyException">The value is anything else.</exception>
    public int Number(string name, int minimum, int otherwise)
    {
        if (One(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum
            ? number
            : throw new ErrorReplyException(ErrorReplies.Invalid(name));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
