namespace Contacts.ContractTool;

/// <summary>An <c>x-</c> member and the object that has it.</summary>
public sealed record Extension(Site Owner, ContractMember Member);
