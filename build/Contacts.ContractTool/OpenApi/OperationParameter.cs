namespace Contacts.ContractTool;

/// <summary>A parameter as an operation has it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="In">Its place: path, query, header or cookie.</param>
/// <param name="Node">Its members, also when it is a component.</param>
/// <param name="Position">Where the operation lists it.</param>
public sealed record OperationParameter(string Name, string In, ContractMapping Node, Position Position)
{
    public bool IsRequired => Node.Flag("required");

    /// <summary>The name in C#, in the form of a property whatever it becomes.</summary>
    public string CSharpName => CSharpNaming.Of(Node, Name);
}
