using System.Globalization;
using System.Text;

namespace Contacts.ContractTool;

/// <summary>A place in the contract's text; both numbers count from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of the file.</summary>
    public static Position Start { get; } = new(1, 1);
}

/// <summary>A promise that the contract keeps: its code, and the promise in one line for the help.</summary>
internal record Rule(string Code, string Summary);

/// <summary>One thing that is wrong with the contract, and what to do about it.</summary>
internal sealed record Finding(string Path, Position Position, string Code, string Message)
{
    /// <summary>The form that MSBuild reads from a tool's output: <c>file(line,column): error CODE: text</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Path}({Position.Line},{Position.Column}): error {Code}: {Message}");
}

/// <summary>Collects what is found and gives it back in the order of the text.</summary>
internal sealed class Findings(string path)
{
    private readonly List<Finding> _all = [];

    public void Add(Rule rule, Position position, string message) =>
        _all.Add(new Finding(path, position, rule.Code, Sentence(message)));

    public IReadOnlyList<Finding> InOrder() =>
    [
        .. _all.OrderBy(static finding => finding.Position.Line)
            .ThenBy(static finding => finding.Position.Column)
            .ThenBy(static finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];

    // MSBuild reads line by line, and a name in the contract may hold anything.
    private static string Sentence(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var character in message)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
