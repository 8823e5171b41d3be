using Microsoft.CodeAnalysis;

namespace Contacts.ContractTool;

/// <summary>
/// What is different between the C# clients of two contracts: both are generated and compiled with the SDK's source, so that what is said
/// of C# is what there is.
/// </summary>
internal static class ClientComparer
{
    /// <exception cref="InvalidOperationException">The SDK is not restored, or a client cannot be generated.</exception>
    public static IReadOnlyList<Change> Compare(ContractMapping before, ContractMapping after)
    {
        var sdk = SdkSource.Read("net10.0", runsGenerators: false);
        var sources = new[] { before, after }.AsParallel().AsOrdered()
            .Select(contract => ClientGenerator.Generate(contract, sdk.NSwagFolder))
            .ToList();
        return sources[0] == sources[1] ? []
            : Compare((before, sdk.With(("Contacts.g.cs", sources[0]))), (after, sdk.With(("Contacts.g.cs", sources[1]))));
    }

    /// <summary>Compares two compiled clients, each with its contract in the normalized form.</summary>
    public static IReadOnlyList<Change> Compare(
        (ContractMapping Normalized, Compilation Compiled) before, (ContractMapping Normalized, Compilation Compiled) after) =>
    [
        .. new SurfaceComparer(SentModels(after.Normalized)).Compare(before.Compiled, after.Compiled),
        .. Exchanged(Meanings(before.Normalized), Meanings(after.Normalized)),
    ];

    /// <summary>What has one name in both clients, and stands for something of the API that has another name now.</summary>
    private static IEnumerable<Change> Exchanged(List<Meaning> before, List<Meaning> after)
    {
        var names = after.ToLookup(static one => (one.Owner, one.Wire), static one => one.Name);
        var wires = after.ToLookup(static one => (one.Owner, one.Name), static one => one.Wire);
        return from older in before
               let wire = wires[(older.Owner, older.Name)].FirstOrDefault()
               where wire is not null && names[(older.Owner, older.Wire)].Any() && !names[(older.Owner, older.Wire)].Contains(older.Name)
               select new Change(
                   ChangeKind.Breaking, $"{older.Owner}.{older.Name} is {wire} and was {older.Wire}", ChangeOf.Meaning);
    }

    /// <summary>What the methods, the members of models and the values of enums stand for.</summary>
    private static List<Meaning> Meanings(ContractMapping normalized)
    {
        var schemas = (normalized.Mapping("components")?.MembersOf("schemas") ?? [])
            .Where(static member => member.Value is ContractMapping schema && !schema.Flag("x-csharp-skip"))
            .Select(static member => (Name: member.Key, Schema: (ContractMapping)member.Value))
            .ToList();
        return
        [
            .. from path in normalized.MembersOf("paths")
               from member in (path.Value as ContractMapping)?.Members ?? []
               let method = (member.Value as ContractMapping)?.Mapping("x-csharp")?.Text("name")
               where method is not null
               select new Meaning("ContactsClient", method + "Async", $"{member.Key.ToUpperInvariant()} {path.Key}"),
            .. from schema in schemas
               from member in schema.Schema.MembersOf("properties")
               let name = (member.Value as ContractMapping)?.Text(CSharpNaming.Extension)
               where name is not null
               select new Meaning(schema.Name, name, member.Key),
            .. from schema in schemas
               from value in schema.Schema.ScalarsOf("enum").Zip(schema.Schema.ScalarsOf("x-enumNames"))
               select new Meaning(schema.Name, value.Second.Text, value.First.Text),
        ];
    }

    /// <summary>The classes that bodies are made of.</summary>
    private static HashSet<string> SentModels(ContractMapping normalized)
    {
        var schemas = normalized.Mapping("components")?.Mapping("schemas");
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var found = new Queue<ContractNode>(
            from path in normalized.MembersOf("paths")
            from member in (path.Value as ContractMapping)?.Members ?? []
            let body = (member.Value as ContractMapping)?.Mapping("requestBody")
            where body is not null
            select body);
        while (found.TryDequeue(out var node))
        {
            if (SchemaSimplifier.ReferenceOf(node as ContractMapping) is { } name && sent.Add(name) && schemas?.Mapping(name) is { } schema)
            {
                found.Enqueue(schema);
            }

            foreach (var inner in node is ContractMapping mapping ? mapping.Members.Select(static member => member.Value)
                : (node as ContractSequence)?.Items ?? [])
            {
                found.Enqueue(inner);
            }
        }

        return sent;
    }

    /// <summary>A name in C#, and what of the API it stands for.</summary>
    private sealed record Meaning(string Owner, string Name, string Wire);
}
