namespace Contacts.Generated.PackageTests;

/// <summary>A change that somebody makes to the contract, and what they are to see of it.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Edits">The texts that are replaced, each of which stands in the contract once.</param>
internal sealed record ContractChange(string Name, params (string Before, string After)[] Edits)
{
    /// <summary>Code that a user may write afterwards.</summary>
    public string? Compiles { get; init; }

    /// <summary>Code that a user may have written before, and the compiler's complaint about it now.</summary>
    public (string Code, string Error)? Breaks { get; init; }

    /// <summary>The lines that the public surface gets.</summary>
    public IReadOnlyList<string> Appears { get; init; } = [];

    /// <summary>The lines that it loses.</summary>
    public IReadOnlyList<string> Goes { get; init; } = [];

    /// <summary>What the comparison with the release says.</summary>
    public required IReadOnlyList<string> Told { get; init; }

    /// <summary>The version that it asks for.</summary>
    public required string Version { get; init; }

    /// <summary>The contract with the change.</summary>
    public string ApplyTo(string contract)
    {
        foreach (var (before, after) in Edits)
        {
            contract.Split(before).Should().HaveCount(2, "the contract has this once:\n{0}", before.Replace(
                "{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            contract = contract.Replace(before, after, StringComparison.Ordinal);
        }

        return contract;
    }

    public override string ToString() => Name;
}
