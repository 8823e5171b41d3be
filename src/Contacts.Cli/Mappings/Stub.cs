using System.Text.RegularExpressions;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Mappings;

/// <summary>A request that a mock server recognizes, and its response: what a mapping file of any format holds.</summary>
/// <param name="Operation">The operation, which names the file.</param>
/// <param name="Name">What tells it from the operation's other stubs.</param>
/// <param name="Priority">Of several that match, the one with the lowest number answers. At least 1.</param>
/// <param name="Method">The method.</param>
/// <param name="PathPattern">A regular expression for the whole path.</param>
/// <param name="Reply">The response.</param>
internal sealed record Stub(string Operation, string Name, int Priority, string Method, string PathPattern, Reply Reply)
{
    /// <summary>Parameters of the query that the request must have.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>A regular expression for the whole <c>Prefer</c> header; null if the header does not matter.</summary>
    public string? Prefer { get; init; }

    public string Title => $"{Operation}: {Name}";

    /// <summary>
    /// All that the contract shows: for each operation the response of a success, and every other one if <c>Prefer</c> asks.
    /// </summary>
    public static IReadOnlyList<Stub> OfContract(EmulatedContract contract)
    {
        // The most precise path first; of an operation, the most precise wish first.
        var ordered = contract.Operations
            .OrderBy(static operation => operation.ToRoute().Priority);
        return [.. ordered.SelectMany((operation, rank) => OfOperation(operation, (rank * 3) + 1))];
    }

    private static IEnumerable<Stub> OfOperation(DescribedOperation operation, int priority)
    {
        var pattern = "^" + Regex.Replace(Regex.Escape(operation.Root + operation.Template), @"\\\{[^{}]+}", "[^/]+") + "$";
        var seen = new HashSet<int>();
        foreach (var shown in operation.Responses())
        {
            var (status, example) = (shown.Reply.Status, shown.Example);
            var name = example is null ? $"{status}" : $"{status} {example}";
            var stub = new Stub(operation.Id, name, priority, operation.Method, pattern, shown.Reply);
            if (example is not null)
            {
                yield return stub with { Prefer = Wish($"code={status}") + Wish($"example={Regex.Escape(example)}") + ".*" };
            }

            if (seen.Add(status))
            {
                yield return seen.Count == 1
                    ? stub with { Name = "default", Priority = priority + 2 }
                    : stub with { Name = $"{status}", Priority = priority + 1, Prefer = Wish($"code={status}") + ".*" };
            }
        }
    }

    private static string Wish(string text) => $@"(?=(.*[\s,;])?{text}([\s,;]|$))";
}
