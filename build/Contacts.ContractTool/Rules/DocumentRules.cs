namespace Contacts.ContractTool;

/// <summary>What OpenAPI itself requires: its version, its keys and the types of their values.</summary>
internal static class DocumentRules
{
    private const int FarthestTypo = 2;

    /// <summary>Checked before all other rules, which would all report a file that is not an OpenAPI document.</summary>
    public static Rule Version { get; } = new("CTR006", "The document is one of OpenAPI 2.0, 3.0, 3.1 or 3.2.");

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR007", "Each value is an object or a list where OpenAPI requires one.", contract => FormProblems(contract, IsStructure)),
        new("CTR013", "Each value has the form that OpenAPI requires: a string, true or false, or a number.", Severity.Warning, contract =>
            FormProblems(contract, static member => !IsStructure(member))),
        new("CTR008", "Each key is one that OpenAPI defines there.", Severity.Warning, contract =>
            from member in contract.InvalidMembers
            where member.Expected is null
            let specification = OpenApiSpecification.Of(member.Owner.Kind)
            let nearest = Spelling.Nearest(member.Key, specification.Fields.Keys)
            let remedy = Spelling.Distance(member.Key, nearest) <= FarthestTypo
                ? $"did you mean '{nearest}'? Correct or remove it"
                : "remove it, or check the indentation if it belongs elsewhere"
            select new Problem(
                member.Position, $"OpenAPI defines no '{member.Key}' in the {specification.Name} object, so it is ignored: {remedy}.")),
        new("CTR009", "Each parameter has a name and a location, and each security scheme a type.", contract =>
            MissingKeys(contract, static owner => owner.Kind is ObjectKind.Parameter or ObjectKind.SecurityScheme)),
        new("CTR014", "Each object has the keys that OpenAPI requires.", Severity.Warning, contract =>
            MissingKeys(contract, static owner => owner.Kind is not (ObjectKind.Parameter or ObjectKind.SecurityScheme))),
    ];

    /// <summary>The problem with the version that a document states; null if the document can be read.</summary>
    public static Problem? VersionProblem(ContractMapping root)
    {
        const string remedy = "write the document as OpenAPI 3.0, with 'openapi: 3.0.3'.";
        return (root.Find("openapi") ?? root.Find("swagger")) switch
        {
            { Key: "openapi", Text: { } version } when version.Split('.') is ["3", "0" or "1" or "2", ..] => null,
            { Key: "swagger", Text: "2.0" or "2" } => null,
            { Text: { } version } key => new Problem(key.Position, $"'{key.Key}: {version}' is not supported: {remedy}"),
            var key => new Problem(
                key?.Position ?? root.Position,
                "This is not an OpenAPI document, since it does not state its version: begin it with 'openapi: 3.0.3'."),
        };
    }

    private static IEnumerable<Problem> FormProblems(Contract contract, Func<InvalidMember, bool> applies) =>
        from member in contract.InvalidMembers
        where member.Expected is not null && applies(member)
        select new Problem(
            member.Position, $"'{member.Key}' of {member.Owner} is {member.Value.KindText}: write {member.Expected}.{Hint(member)}");

    // A null counts as missing; a list in place of an object has contents that would be lost. Many authors write 'required: true' on a
    // property, however, which is harmless.
    private static bool IsStructure(InvalidMember member) => member.Value is not ContractScalar { Kind: ScalarKind.Null }
        && member is not { Key: "required", Value: ContractScalar { Kind: ScalarKind.Boolean } }
        && member.Expected is "a mapping" or "a list" or "a list of strings";

    private static IEnumerable<Problem> MissingKeys(Contract contract, Func<OpenApiObject, bool> applies) =>
        from owner in contract.AllObjects
        where !owner.IsReference && applies(owner)
        from key in OpenApiSpecification.Of(owner.Kind).Required
        where owner.Node.Find(key) is null
        select owner.Problem($"has no '{key}': add it, since OpenAPI requires it.");

    private static string Hint(InvalidMember member) => member switch
    {
        { Key: "required", Owner.Kind: ObjectKind.Schema } =>
            " In a schema, 'required' lists the names of the properties that must be there.",
        { Expected: "a string", Value: ContractScalar } and not { Value: ContractScalar { Kind: ScalarKind.Null } } => " Put it in quotes.",
        _ => "",
    };
}
