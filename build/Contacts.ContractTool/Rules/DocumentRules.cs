namespace Contacts.ContractTool;

/// <summary>What OpenAPI 3.0 itself asks for: its version, its keys and the types of their values.</summary>
internal static class DocumentRules
{
    private const int FarthestTypo = 2;

    /// <summary>Without it no other rule says anything useful: what is no OpenAPI 3.0 would break them all.</summary>
    public static ContractRule Version { get; } = new("CTR006", "The document is one of OpenAPI 3.0.", contract =>
        VersionProblem(contract.Root) is { } problem ? [problem] : []);

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        Version,
        new("CTR007", "Each value has the form that OpenAPI asks for: text, true or false, number, list or mapping.", contract =>
            from member in contract.InvalidMembers
            where member.Expected is not null
            select new Problem(
                member.Position, $"'{member.Key}' of {member.Owner} is {member.Value.KindText}: write {member.Expected}.{Hint(member)}")),
        new("CTR008", "Each key is one that OpenAPI 3.0 knows there.", contract =>
            from member in contract.InvalidMembers
            where member.Expected is null
            let specification = OpenApiSpecification.Of(member.Owner.Kind)
            let nearest = Spelling.Nearest(member.Key, specification.Fields.Keys)
            let remedy = Spelling.Distance(member.Key, nearest) <= FarthestTypo
                ? $"did you mean '{nearest}'? Correct or remove it"
                : "remove it, or check the indentation if it belongs elsewhere"
            select new Problem(
                member.Position, $"OpenAPI 3.0 knows no '{member.Key}' in a {specification.Name}, so it would be ignored: {remedy}.")),
        new("CTR009", "Each object has the keys that OpenAPI 3.0 requires.", contract =>
            from owner in contract.AllObjects
            where !owner.IsReference
            from key in OpenApiSpecification.Of(owner.Kind).Required
            where owner.Node.Find(key) is null
            select owner.Problem($"has no '{key}': add it, for OpenAPI requires it.")),
    ];

    private static Problem? VersionProblem(ContractMapping root)
    {
        var key = root.Find("openapi") ?? root.Find("swagger");
        return key switch
        {
            { Key: "openapi", Text: { } version } when version.StartsWith("3.0.", StringComparison.Ordinal) => null,
            { Text: { } version } => new Problem(
                key.Position,
                $"'{key.Key}: {version}' is not supported: write the document as OpenAPI 3.0 and say 'openapi: 3.0.3'."),
            _ => new Problem(
                key?.Position ?? root.Position,
                "This is no OpenAPI document, for it does not say of which version it is: begin it with 'openapi: 3.0.3'."),
        };
    }

    private static string Hint(InvalidMember member) => member switch
    {
        { Key: "required", Owner.Kind: ObjectKind.Schema } =>
            " In a schema, 'required' lists the names of the properties that must be there.",
        { Expected: "a string", Value: ContractScalar } and not { Value: ContractScalar { Kind: ScalarKind.Null } } => " Put it in quotes.",
        _ => "",
    };
}
