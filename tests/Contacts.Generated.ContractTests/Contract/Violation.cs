namespace Contacts.Generated.ContractTests;

/// <summary>Something that the contract does not allow.</summary>
/// <param name="Part">The part of the exchange, such as "request body".</param>
/// <param name="Pointer">The place within the part: a JSON pointer into a body, or a slash and the name of a parameter or header.</param>
/// <param name="ContractPointer">The place in the contract that says so.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Violation(string Part, string Pointer, string ContractPointer, string Message)
{
    public override string ToString() => $"{Part} {(Pointer.Length == 0 ? "" : Pointer + " ")}{Message} (contract {ContractPointer})";
}
