namespace Contacts.ContractTool;

/// <summary>A field of a schema, and what it is in C#.</summary>
public sealed record SchemaProperty(string Schema, string Name, ContractMapping Node, bool IsRequired, bool IsSkipped, Contract Contract)
{
    /// <summary>The member's full name; null where the contract keeps it out of the public surface.</summary>
    public string? Member => IsSkipped || Node.Text("x-csharp-access") == "internal"
        ? null
        : $"{CSharpNaming.Pascal(Schema)}.{CSharpNaming.Of(Node, Name)}";

    public string Type => CSharpTypes.Of(Node, Contract);

    /// <summary>Whether C# sees null in it: what need not come may be missing.</summary>
    public bool IsNullable => !IsRequired || Node.Flag("nullable");

    public string Declaration => Type + (IsNullable ? "?" : "");

    /// <summary>Whether a value written under another field's name is read into this one.</summary>
    public bool Reads(string name) => Node.Sequence("x-aliases")?.Scalars.Any(alias => alias.Text == name) == true;

    public override string ToString() => $"the field {Name} of {Schema}";
}
