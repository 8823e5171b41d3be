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
            : new Violation("request method", "/" + exchange.Method, "#/paths", $"is not declared for the path, only {string.Join(", ", others)}.");
    }
}
