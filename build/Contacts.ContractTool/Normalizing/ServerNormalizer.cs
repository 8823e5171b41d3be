namespace Contacts.ContractTool;

/// <summary>
/// The paths of servers: that of the document, below which its operations are, and those of operations with servers of their own. The
/// application chooses the gateway itself.
/// </summary>
internal sealed class ServerNormalizer
{
    private readonly Findings _findings;
    private readonly string? _authority;

    public ServerNormalizer(Contract contract, Findings findings)
    {
        _findings = findings;
        var first = FirstOf(contract.Root);
        (_authority, var path) = Split(first);
        BasePath = (contract.Root.Text("x-base-path") ?? contract.Root.Mapping("info")?.Text("x-base-path") ?? path).Trim('/');
    }

    /// <summary>The service's path below the gateway, without leading and trailing slashes.</summary>
    public string BasePath { get; }

    /// <summary>The path of an operation as the SDK expects it: below the service's, or with a leading slash below the gateway's.</summary>
    public string PathOf(Operation operation)
    {
        var own = operation.Path.TrimStart('/');
        var owner = FirstOf(operation.Node) is not null ? operation.Node : operation.Parent!.Node;
        if (FirstOf(owner) is not { } server)
        {
            return own;
        }

        var (authority, path) = Split(server);
        if (authority is not null && _authority is not null && !string.Equals(authority, _authority, StringComparison.OrdinalIgnoreCase))
        {
            _findings.Add(OperationFindings.LeftOut, new Problem(
                owner.PositionOf("servers"),
                $"the server '{authority}' of {operation} is left out, since a client has one gateway; only the server's path counts."));
        }

        path = path.Trim('/');
        return path == BasePath ? own : path.Length == 0 ? "/" + own : $"/{path}/{own}";
    }

    /// <summary>The roots of the document's servers, as gateways to choose from, each named after its host.</summary>
    public static IEnumerable<ContractMapping> GatewaysOf(ContractMapping root) =>
        from server in (root.Sequence("servers")?.Items ?? []).OfType<ContractMapping>()
        let authority = Split(server).Authority
        where authority is not null && Uri.TryCreate(authority, UriKind.Absolute, out _)
        group (server, authority) by NameOf(new Uri(authority)) into same
        select Gateway(same.Key, same.First().authority, same.First().server);

    private static string NameOf(Uri address) => Identifiers.Pascal(address.IsDefaultPort ? address.Host : address.Authority);

    private static ContractMapping Gateway(string name, string authority, ContractMapping server)
    {
        var address = new Uri(authority);
        var words = CSharpText.Words(server.Text("description"));
        var gateway = new ContractMapping(server.Position);
        gateway.Set("name", name);
        gateway.Set("url", authority);
        gateway.Set("description", words.Length > 0 ? words : $"The gateway at {address.Authority}.");
        return gateway;
    }

    private static ContractMapping? FirstOf(ContractMapping owner) =>
        owner.Sequence("servers")?.Items.OfType<ContractMapping>().FirstOrDefault();

    /// <summary>
    /// The scheme and host of a server's address, or null without one, and its path. Variables are replaced by their defaults.
    /// </summary>
    private static (string? Authority, string Path) Split(ContractMapping? server)
    {
        var url = server?.Text("url") ?? "";
        foreach (var variable in server?.MembersOf("variables") ?? [])
        {
            url = url.Replace($"{{{variable.Key}}}", (variable.Value as ContractMapping)?.Text("default") ?? "", StringComparison.Ordinal);
        }

        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return (null, url.TrimStart('.'));
        }

        var slash = url.IndexOf('/', start + 3);
        return slash < 0 ? (url, "") : (url[..slash], url[slash..].Split('?', '#')[0]);
    }
}
