namespace Contacts.Generated.ContractTests;

/// <summary>Collects what is wrong with one part of an exchange.</summary>
internal sealed class Findings(string part, ICollection<Violation> violations)
{
    public void Add(string pointer, string contractPointer, string message) => violations.Add(new Violation(part, pointer, contractPointer, message));

    /// <summary>Collects for another part of the same exchange.</summary>
    public Findings For(string otherPart) => new(otherPart, violations);
}
