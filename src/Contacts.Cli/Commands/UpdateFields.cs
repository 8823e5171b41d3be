using System.Reflection;
using System.Text;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary>The fields of an update by the names that a user may give: the service's own, and those of the SDK.</summary>
internal static class UpdateFields
{
    private static readonly IReadOnlyList<(string Wire, string Documented, PropertyInfo Property)> _fields =
    [
        .. typeof(UpdateContactInput).GetProperties()
            .Where(static property => property.CanWrite && property.Name != nameof(UpdateContactInput.AdditionalProperties))
            .Select(static property => (WireName(property), SnakeCase(property.Name), property)),
    ];

    public static IEnumerable<string> Names => _fields.Select(static known =>
        IsText(known.Property) ? Spelled(known.Wire, known.Documented) : $"{known.Wire} (separated by commas)");

    public static UpdateContactInput ToInput(IReadOnlyList<string> set, IReadOnlyList<string> clear, bool allowUnknown)
    {
        if (set.Count + clear.Count == 0)
        {
            throw new UsageException("There is nothing to change: use --set field=value or --clear field.");
        }

        var input = new UpdateContactInput();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (given, value) in set.Select(Split).Concat(clear.Select(static field => (field, (string?)null))))
        {
            var field = Find(given);
            if (!seen.Add(field?.Wire ?? given))
            {
                throw new UsageException($"The field {SafeText.OneLine(given, 40)} is given more than once.");
            }

            Apply(input, given, field?.Property, value, allowUnknown);
        }

        return input;
    }

    private static void Apply(UpdateContactInput input, string given, PropertyInfo? property, string? value, bool allowUnknown)
    {
        if (property is not null)
        {
            const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            property.SetValue(input, value is null || IsText(property) ? value : value.Split(',', Clean));
        }
        else if (allowUnknown && given.Length > 0)
        {
            input.AdditionalProperties[given] = value;
        }
        else
        {
            var nearest = Suggestion.For(given, _fields.SelectMany(static field => new[] { field.Wire, field.Documented }));
            var meant = nearest is null ? "." : $"; did you mean {nearest}?";
            throw new UsageException($"There is no field {SafeText.OneLine(given, 40)}{meant} --allow-unknown-fields sends it anyway.");
        }
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
