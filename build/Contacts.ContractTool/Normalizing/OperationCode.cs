using System.Globalization;
using System.Text;

namespace Contacts.ContractTool;

/// <summary>An argument of a method, or a member of its options class.</summary>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">The type in C#, with a question mark where it may be null.</param>
/// <param name="Description">The text of its documentation.</param>
internal sealed record OperationArgument(string Name, string Type, string Description)
{
    public ContractMapping ToNode(Position position)
    {
        var node = new ContractMapping(position);
        node.Set("name", Name);
        node.Set("declared", Type);
        node.Set("description", Description);
        return node;
    }
}

/// <summary>The arguments of an operation's method, and the statements that put them into the request.</summary>
internal sealed class OperationCode
{
    /// <summary>The required arguments, in order.</summary>
    public List<OperationArgument> Required { get; } = [];

    /// <summary>The arguments after them that are null by default: a body that is not required.</summary>
    public List<OperationArgument> Optional { get; } = [];

    /// <summary>The members of the options class.</summary>
    public List<OperationArgument> Members { get; } = [];

    public List<string> Statements { get; } = [];

    /// <summary>Whether a file is sent, so that the method reports progress.</summary>
    public bool SendsFiles { get; set; }
}

/// <summary>A value that a statement sends: the expression, and its name in errors.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Names">The arguments that say its name: <c>nameof(id)</c>, or <c>nameof(options), nameof(options.Limit)</c>.</param>
/// <param name="IsRequired">Whether the caller must pass it.</param>
internal readonly record struct SentValue(string Code, string Names, bool IsRequired)
{
    /// <summary>Adds a value to the method, as an argument or as a member of the options.</summary>
    /// <param name="code">The method.</param>
    /// <param name="name">The name in PascalCase.</param>
    /// <param name="type">The type without a question mark.</param>
    /// <param name="description">The documentation.</param>
    /// <param name="isRequired">Whether the caller must pass it.</param>
    public static SentValue Add(OperationCode code, string name, string type, string description, bool isRequired)
    {
        if (!isRequired)
        {
            code.Members.Add(new(name, type.EndsWith('?') ? type : type + "?", description));
            return new($"options?.{name}", $"nameof(options), nameof(options.{name})", IsRequired: false);
        }

        var camel = Identifiers.Camel(name);
        if (code.Required.Exists(one => one.Name == camel))
        {
            // Both ID and Id are "id" in camelCase.
            camel = char.ToLowerInvariant(name[0]) + name[1..];
        }

        code.Required.Add(new(camel, type, description));
        return new(camel, $"nameof({camel})", IsRequired: true);
    }

    /// <summary>The name of the argument alone, for errors.</summary>
    public string OneName => IsRequired ? Names : "nameof(options)";
}

/// <summary>Writes text for use in C#.</summary>
internal static class CSharpText
{
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character,
            });
        }

        return literal.Append('"').ToString();
    }

    public static string Flag(bool flag) => flag ? "true" : "false";

    /// <summary>A text on one line, for documentation.</summary>
    public static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => string.Concat(word.Where(static character => !char.IsControl(character) && !char.IsSurrogate(character)))));
}
