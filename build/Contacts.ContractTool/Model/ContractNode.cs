namespace Contacts.ContractTool;

/// <summary>A value of the contract and where it stands.</summary>
public abstract class ContractNode(Position position)
{
    public Position Position { get; } = position;

    /// <summary>The kind of the value in a reader's words, for sentences.</summary>
    public abstract string KindText { get; }
}
