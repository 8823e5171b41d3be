namespace Contacts.Generated.Tests;

/// <summary>A named example of the contract, as JSON.</summary>
/// <param name="Operation">The operation whose request or answer it is.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Schema">The name of the schema, or of the schema of its items; null if it is none of the contract's objects.</param>
/// <param name="IsRequest">Whether it is sent rather than received.</param>
/// <param name="Json">The example.</param>
public sealed record ContractExample(string Operation, string Name, string? Schema, bool IsRequest, string Json)
{
    public override string ToString() => $"{Operation}: {Name}";
}
