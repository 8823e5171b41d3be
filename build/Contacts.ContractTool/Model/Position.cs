namespace Contacts.ContractTool;

/// <summary>A place in the contract's text; both numbers count from 1.</summary>
public readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of the file.</summary>
    public static Position Start { get; } = new(1, 1);
}
