namespace Contacts.ContractTool;

/// <summary>A key of a mapping with its value; the position is the key's.</summary>
public sealed record ContractMember(string Key, Position Position, ContractNode Value)
{
    /// <summary>The value's text, or null when it is no scalar or YAML's null.</summary>
    public string? Text => Value is ContractScalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>Whether the key is a vendor extension.</summary>
    public bool IsExtension => Key.StartsWith("x-", StringComparison.Ordinal);
}
