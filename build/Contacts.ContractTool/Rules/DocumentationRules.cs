namespace Contacts.ContractTool;

/// <summary>Texts that become XML documentation.</summary>
internal static class DocumentationRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR050", "Each operation has a summary.", Severity.Warning, contract =>
            from operation in contract.Operations
            where IsMissing(operation.Node, "summary")
            select operation.Problem("has no summary: add one sentence, which becomes the method's XML documentation.")),
        new("CTR051", "Each parameter has a description.", Severity.Warning, contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            where !parameter.IsReference && IsMissing(parameter.Node, "description")
            select MissingDescription(parameter, "parameter")),
        new("CTR052", "Each property has a description, its own or that of the schema it points to.", Severity.Warning, contract =>
            from property in contract.Objects(ObjectKind.Schema)
            where property.Role == "properties" && IsMissing(property.Node, "description")
            where IsMissing(contract.Resolve(property.Node), "description")
            select MissingDescription(property, "property")),
        new("CTR053", "Each schema under components that becomes a class has a description.", Severity.Warning, contract =>
            from schema in contract.GeneratedSchemas
            where !schema.IsReference && IsMissing(schema.Node, "description")
            select MissingDescription(schema, "class")),
    ];

    private static bool IsMissing(ContractMapping? node, string key) => string.IsNullOrWhiteSpace(node?.Text(key));

    private static Problem MissingDescription(OpenApiObject owner, string becomes) =>
        owner.Problem($"has no description: add one, which becomes the {becomes}'s XML documentation.");
}
