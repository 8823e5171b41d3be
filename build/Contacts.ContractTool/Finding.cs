using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>One thing that is wrong with the contract, and what to do about it.</summary>
public sealed record Finding(string Path, Position Position, string Code, string Message)
{
    /// <summary>The form that MSBuild reads from a tool's output: <c>file(line,column): error CODE: text</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Path}({Position.Line},{Position.Column}): error {Code}: {Message}");
}
