namespace Contacts.ContractTool;

/// <summary>One difference between two contracts.</summary>
/// <param name="Kind">What it asks of the users.</param>
/// <param name="Api">What it is in terms of the API.</param>
/// <param name="CSharp">What it is in terms of the C# surface; null if the surface stays as it is.</param>
public sealed record Change(ChangeKind Kind, string Api, string? CSharp);
