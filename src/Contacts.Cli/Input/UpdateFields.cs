using System.Reflection;
using System.Text;
using System.Text.Json;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Input;

/// <summary>Sets the fields of an update by the names that a user may give: the service's own, and those of the SDK.</summary>
/// <param name="input">The update.</param>
/// <param name="allowsUnknown">Whether a field may be one that the service is not known to have.</param>
internal sealed class UpdateFields(UpdateContactInput input, bool allowsUnknown)
{
    private static readonly IReadOnlyList<(string Wire, string Documented, PropertyInfo Property)> _fields =
    [
        .. typeof(UpdateContactInput).GetProperties()
            .Where(static property => property.CanWrite && property.Name != nameof(UpdateContactInput.AdditionalProperties))
            .Select(static property => (WireName(property), SnakeCase(property.Name), property)),
    ];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static IEnumerable<string> Names => _fields.Select(static known =>
        IsText(known.Property) ? Spelled(known.Wire, known.Documented) : $"{known.Wire} (separated by commas)");

    public static UpdateContactInput ToInput(IReadOnlyList<string> set, IReadOnlyList<string> clear, bool allowUnknown)
    {
        if (set.Count + clear.Count == 0)
        {
            throw new UsageException("There is nothing to change: use --set field=value or --clear field.");
        }

        var input = new UpdateContactInput();
        var fields = new UpdateFields(input, allowUnknown);
        foreach (var (given, value) in set.Select(Split).Concat(clear.Select(static field => (field, (string?)null))))
        {
            fields.Set(given, value);
        }

        return input;
    }

    /// <summary>Sets a field to a text, in which commas separate the items of a list; null clears it.</summary>
    /// <exception cref="UsageException">There is no such field, or it was set before.</exception>
    public void Set(string given, string? value)
    {
        if (Known(given) is { } property)
        {
            const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            property.SetValue(input, value is null || IsText(property) ? value : value.Split(',', Clean));
        }
        else
        {
            input.AdditionalProperties[given] = value;
        }
    }

    /// <summary>Sets a field to a value of JSON; null clears it.</summary>
    /// <exception cref="UsageException">There is no such field, it was set before, or it cannot have the value.</exception>
    public void Set(string given, JsonElement value)
    {
        if (Known(given) is not { } property)
        {
            input.AdditionalProperties[given] = value;
        }
        else if (value.ValueKind == JsonValueKind.Null)
        {
            property.SetValue(input, null);
        }
        else if (IsText(property) && value.ValueKind == JsonValueKind.String)
        {
            property.SetValue(input, value.GetString());
        }
        else if (!IsText(property) && value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String))
        {
            property.SetValue(input, value.EnumerateArray().Select(static item => item.GetString()!).ToArray());
        }
        else
        {
            var needed = IsText(property) ? "a text in quotes" : "a list of texts";
            throw new UsageException($"The field {SafeText.OneLine(given, 40)} must be {needed}, or null to clear it.");
        }
    }

    /// <summary>The field that is meant; null for one that the service is not known to have.</summary>
    private PropertyInfo? Known(string given)
    {
        var field = Find(given);
        if (!_seen.Add(field?.Wire ?? given))
        {
            throw new UsageException($"The field {SafeText.OneLine(given, 40)} is given more than once.");
        }

        if (field is not null || (allowsUnknown && given.Length > 0))
        {
            return field?.Property;
        }

        var nearest = Suggestion.For(given, _fields.SelectMany(static known => new[] { known.Wire, known.Documented }));
        var meant = nearest is null ? "." : $"; did you mean {nearest}?";
        throw new UsageException($"There is no field {SafeText.OneLine(given, 40)}{meant} --allow-unknown-fields sends it anyway.");
    }

    private static (string Field, string? Value) Split(string assignment)
    {
        var sign = assignment.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? (assignment[..sign], assignment[(sign + 1)..])
            : throw new UsageException("--set needs field=value, such as --set email=person@example.com; to clear it, use --clear field.");
    }

    private static (string Wire, string Documented, PropertyInfo Property)? Find(string given)
    {
        var name = given.Replace('-', '_');
        foreach (var field in _fields)
        {
            if (Is(field.Wire) || Is(field.Documented))
            {
                return field;
            }
        }

        return null;

        bool Is(string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name that the model itself writes when the property is set.</summary>
    private static string WireName(PropertyInfo property)
    {
        var input = new UpdateContactInput();
        property.SetValue(input, null);
        return ModelJson.ToElement(input).EnumerateObject().Single().Name;
    }

    /// <summary>Fields that are not strings are lists of strings.</summary>
    private static bool IsText(PropertyInfo property) => property.PropertyType == typeof(string);

    private static string Spelled(string wire, string documented) =>
        WithoutUnderscores(wire) == WithoutUnderscores(documented) ? wire : $"{wire} or {documented}";

    private static string WithoutUnderscores(string name) => name.Replace("_", "", StringComparison.Ordinal);

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
