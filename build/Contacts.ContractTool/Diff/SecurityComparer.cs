namespace Contacts.ContractTool;

/// <summary>
/// The credentials that operations take, before and after. Each of a list of alternatives is a set of what is needed at once: secrets and
/// scopes, told by what is sent, for the name of a scheme is nothing on the wire.
/// </summary>
internal static class SecurityComparer
{
    public static void Compare(
        Contract before, Contract after, IEnumerable<(Operation? Older, Operation? Newer)> operations, Changes changes)
    {
        Compare("the service", OfService(before), OfService(after), changes);
        foreach (var (older, newer) in operations)
        {
            if (older is not null && newer is not null
                && (older.Node.Find("security") is not null || newer.Node.Find("security") is not null))
            {
                Compare(WireContract.NameOf(newer), Of(older, before), Of(newer, after), changes);
            }
        }
    }

    private static void Compare(string owner, List<HashSet<string>> older, List<HashSet<string>> newer, Changes changes)
    {
        foreach (var gone in older.Where(one => !newer.Exists(other => other.IsSubsetOf(one))))
        {
            changes.Breaking(gone.Count == 0 ? $"{owner} needs a credential now" : $"{owner} no longer takes {Text(gone)} alone");
        }

        foreach (var added in newer.Where(one => !older.Exists(other => other.IsSubsetOf(one))))
        {
            changes.Addition(added.Count == 0 ? $"{owner} needs no credential now" : $"{owner} takes {Text(added)}");
        }
    }

    private static string Text(HashSet<string> needed) => string.Join(" and ", needed);

    private static List<HashSet<string>> Of(Operation operation, Contract contract) =>
        operation.Node.Sequence("security") is { } own ? Alternatives(own, contract) : OfService(contract);

    /// <summary>
    /// What the document says for all operations. One that names schemes and never says where they apply means each of them.
    /// </summary>
    private static List<HashSet<string>> OfService(Contract contract)
    {
        var schemes = contract.Root.Mapping("components")?.MembersOf("securitySchemes") ?? [];
        return contract.Root.Sequence("security") is { } security ? Alternatives(security, contract)
            : schemes.Count == 0 || contract.Operations.Any(static operation => operation.Node.Find("security") is not null) ? [[]]
            : [.. schemes.Select(scheme => new HashSet<string> { Scheme(scheme.Key, contract) })];
    }

    private static List<HashSet<string>> Alternatives(ContractSequence security, Contract contract) => security.Items.Count == 0 ? [[]] :
    [
        .. security.Items.OfType<ContractMapping>().Select(one => one.Members
            .SelectMany(scheme => (scheme.Value as ContractSequence)?.Scalars.Select(static scope => $"the scope {scope.Text}")
                .Prepend(Scheme(scheme.Key, contract)) ?? [])
            .ToHashSet(StringComparer.Ordinal)),
    ];

    private static string Scheme(string name, Contract contract)
    {
        var scheme = contract.Resolve(contract.Root.Mapping("components")?.Mapping("securitySchemes")?.Mapping(name));
        return (scheme?.Text("type"), scheme?.Text("scheme")?.ToLowerInvariant()) switch
        {
            ("apiKey", _) => $"a key in the {scheme!.Text("in")} {scheme.Text("name")}",
            ("http", "basic") => "a name and a password (Basic)",
            ("http", { } other) => $"a {other} token",
            ("oauth2", _) => "a token of OAuth 2",
            ("openIdConnect", _) => "a token of OpenID Connect",
            (var type, _) => $"{type ?? "the credential"} {name}",
        };
    }
}
