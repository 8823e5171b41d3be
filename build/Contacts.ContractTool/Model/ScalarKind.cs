namespace Contacts.ContractTool;

/// <summary>What a scalar is under YAML's core schema, which is JSON's.</summary>
public enum ScalarKind
{
    Text,
    WholeNumber,
    Number,
    Boolean,
    Null,
}
