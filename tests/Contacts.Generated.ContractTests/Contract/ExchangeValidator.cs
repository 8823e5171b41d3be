namespace Contacts.Generated.ContractTests;

/// <summary>Checks an exchange against the contract: what was asked, and what was answered.</summary>
internal static class ExchangeValidator
{
    public static IReadOnlyList<Violation> Validate(ContractDocument contract, RecordedExchange exchange)
    {
        var violations = new List<Violation>();
        if (contract.Find(exchange.Method, exchange.Path) is not { } operation)
        {
            violations.Add(NoOperation(contract, exchange));
            return violations;
        }

        RequestRules.Check(contract, operation, exchange, new Findings("request", violations));
        if (exchange.Status is { } status)
        {
            ResponseRules.Check(operation, exchange, status, new Findings("response", violations));
        }

        return violations;
    }

    private static Violation NoOperation(ContractDocument contract, RecordedExchange exchange)
    {
        var others = contract.AtPath(exchange.Path).Select(operation => operation.Method).ToList();
        return others.Count == 0
            ? new Violation("request path", exchange.Path, "#/paths", "is the path of no operation.")
            : new Violation(
                "request method", "/" + exchange.Method, "#/paths", $"is not declared for the path, only {string.Join(", ", others)}.");
    }
}

/// <summary>Collects what is wrong with one part of an exchange.</summary>
internal sealed class Findings(string part, ICollection<Violation> violations)
{
    public void Add(string pointer, string contractPointer, string message) =>
        violations.Add(new Violation(part, pointer, contractPointer, message));

    /// <summary>Collects for another part of the same exchange.</summary>
    public Findings For(string otherPart) => new(otherPart, violations);
}

/// <summary>Something that the contract does not allow.</summary>
/// <param name="Part">The part of the exchange, such as "request body".</param>
/// <param name="Pointer">The place within the part: a JSON pointer into a body, or a slash and the name of a parameter or header.</param>
/// <param name="ContractPointer">The place in the contract that says so.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Violation(string Part, string Pointer, string ContractPointer, string Message)
{
    public override string ToString() => $"{Part} {(Pointer.Length == 0 ? "" : Pointer + " ")}{Message} (contract {ContractPointer})";
}
