namespace Contacts.ContractTool;

/// <summary>What may stand under one key.</summary>
public readonly record struct KeyGrammar(Shape Shape, ObjectKind Kind = default);
