namespace Contacts.ContractTool;

/// <summary>What OpenAPI 3.0 itself asks for: its version, its keys and the types of their values.</summary>
internal static class DocumentRules
{
    private const int FarthestTypo = 2;

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR006", "'openapi' is a 3.0 version.", OtherVersion),
        new("CTR007", "Each value has the form that OpenAPI asks for: text, true or false, number, list or mapping.", ValuesOfAnotherForm),
        new("CTR008", "Each key is one that OpenAPI 3.0 knows there.", UnknownKeys),
        new("CTR009", "Each object has the keys that OpenAPI 3.0 requires.", MissingKeys),
    ];

    // A missing one, or one that is no text, is found by other rules.
    private static IEnumerable<Problem> OtherVersion(Contract contract)
    {
        if (contract.Root.Text("openapi") is { } version && !version.StartsWith("3.0.", StringComparison.Ordinal))
        {
            yield return new(
                contract.Root.PositionOf("openapi"),
                $"'openapi: {version}' is not supported: write the document as OpenAPI 3.0 and say 'openapi: 3.0.3'.");
        }
    }

    private static IEnumerable<Problem> ValuesOfAnotherForm(Contract contract) =>
        from member in contract.InvalidMembers
        where member.Expected is not null
        select new Problem(
            member.Position, $"'{member.Key}' of {member.Owner} is {member.Value.KindText}: write {member.Expected}.{Hint(member)}");

    private static string Hint(InvalidMember member) => member switch
    {
        { Key: "required", Owner.Kind: ObjectKind.Schema } =>
            " In a schema, 'required' lists the names of the properties that must be there.",
        { Expected: "a string", Value: ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number or ScalarKind.Boolean } } =>
            " Put it in quotes.",
        _ => "",
    };

    private static IEnumerable<Problem> UnknownKeys(Contract contract) =>
        from member in contract.InvalidMembers
        where member.Expected is null
        let specification = OpenApiSpecification.Of(member.Owner.Kind)
        let nearest = Spelling.Nearest(member.Key, specification.Fields.Keys)
        let remedy = Spelling.Distance(member.Key, nearest) <= FarthestTypo
            ? $"did you mean '{nearest}'? Correct or remove it"
            : "remove it, or check the indentation if it belongs elsewhere"
        select new Problem(
            member.Position, $"OpenAPI 3.0 knows no '{member.Key}' in a {specification.Name}, so it would be ignored: {remedy}.");

    private static IEnumerable<Problem> MissingKeys(Contract contract) =>
        from owner in contract.AllObjects
        where !owner.IsReference
        from key in OpenApiSpecification.Of(owner.Kind).Required
        where owner.Node.Find(key) is null
        select new Problem(owner.Position, $"{owner} has no '{key}': add it, for OpenAPI requires it.");
}
