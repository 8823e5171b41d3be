namespace Contacts.ContractTool;

/// <summary>An operation with its parameters and responses resolved.</summary>
public sealed class Operation
{
    internal Operation(Site site, Contract contract)
    {
        Site = site;
        RequestBody = contract.Resolve(site.Node.Mapping("requestBody"));
        Parameters = [.. ParametersOf(site.Node, contract)];
        Responses = [.. ResponsesOf(site.Node, contract)];
    }

    public Site Site { get; }

    public string Path => Site.Parent!.Name;

    /// <summary>The operation id; null when there is none or it is empty.</summary>
    public string? Id => Site.Node.Text("operationId");

    public ContractMapping? RequestBody { get; }

    /// <summary>The operation's own parameters that have a name and a place.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; }

    public IReadOnlyList<OperationResponse> Responses { get; }

    public override string ToString() => Site.ToString();

    private static IEnumerable<OperationParameter> ParametersOf(ContractMapping operation, Contract contract)
    {
        foreach (var item in operation.Sequence("parameters")?.Items ?? [])
        {
            if (item is ContractMapping use
                && contract.Resolve(use) is { } node
                && node.Text("name") is { } name
                && node.Text("in") is { } place)
            {
                yield return new OperationParameter(name, place, node, use.Position);
            }
        }
    }

    private static IEnumerable<OperationResponse> ResponsesOf(ContractMapping operation, Contract contract)
    {
        foreach (var member in operation.Mapping("responses")?.Members ?? [])
        {
            if (!member.IsExtension && member.Value is ContractMapping use)
            {
                yield return new OperationResponse(member.Key, member.Position, contract.Resolve(use));
            }
        }
    }
}
