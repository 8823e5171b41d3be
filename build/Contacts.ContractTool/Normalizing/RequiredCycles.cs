namespace Contacts.ContractTool;

/// <summary>
/// A required member that is missing on the wire is set to an empty object. If that object requires one of the same class in turn, directly
/// or indirectly, this would never end, so such members become nullable.
/// </summary>
internal static class RequiredCycles
{
    public static void Break(ContractMapping components)
    {
        var edges = components.Members.ToDictionary(
            static component => component.Key,
            static component => Required(component.Value as ContractMapping).ToList(),
            StringComparer.Ordinal);
        foreach (var (name, members) in edges)
        {
            foreach (var (node, _) in members.Where(member => Leads(member.Type, name, edges, [])))
            {
                node.Set("x-csharp-type", node.Text("x-csharp-type") + "?");
                node.Set("x-csharp-nullable", flag: true);
                node.Remove("x-csharp-default");
            }
        }
    }

    private static IEnumerable<(ContractMapping Node, string Type)> Required(ContractMapping? component) =>
        from member in component?.MembersOf("properties") ?? []
        let node = member.Value as ContractMapping
        where node?.Text("x-csharp-default") == "new()"
        select (node, node.Text("x-csharp-type")!);

    private static bool Leads(
        string from, string to, Dictionary<string, List<(ContractMapping Node, string Type)>> edges, HashSet<string> seen) =>
        from == to || (seen.Add(from) && edges.GetValueOrDefault(from, []).Exists(member => Leads(member.Type, to, edges, seen)));
}
