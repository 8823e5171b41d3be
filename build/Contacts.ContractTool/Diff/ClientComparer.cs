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
        return sources[0] == sources[1] ? [] : Compare(
            sdk.With(("Contacts.g.cs", sources[0])), sdk.With(("Contacts.g.cs", sources[1])), after);
    }

    /// <summary>Compares two compiled clients.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="normalized">The newer contract in its normalized form.</param>
    public static IReadOnlyList<Change> Compare(Compilation before, Compilation after, ContractMapping normalized) =>
        new SurfaceComparer(SentModels(normalized)).Compare(before, after);

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
}
