namespace Contacts.ContractTool;

/// <summary>Parameters, and the placeholders of paths.</summary>
internal static class ParameterRules
{
    private static readonly Dictionary<string, string[]> _styles = new(StringComparer.Ordinal)
    {
        ["path"] = ["simple", "label", "matrix"],
        ["query"] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        ["header"] = ["simple"],
        ["cookie"] = ["form"],
    };

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR020", "Each {placeholder} of a path is a path parameter of each of its operations.", Severity.Warning, contract =>
            from operation in contract.Operations
            from name in OperationText.Placeholders(operation.Path).Names.Distinct(StringComparer.Ordinal)
            where !ParametersOf(operation, contract).Any(parameter => parameter.Text("in") == "path" && parameter.Text("name") == name)
            select operation.Problem(
                $"does not declare the path parameter '{name}', which is treated as a string: add a parameter with 'name: {name}', "
                + "'in: path' and 'required: true'.")),
        new("CTR022", "Each path parameter is required.", Severity.Warning, contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            where parameter.Text("in") == "path" && !parameter.Flag("required")
            select parameter.Problem(
                "required", "is in the path but not required: write 'required: true', since the path is a different one without it.")),
        new("CTR023", "Each path begins with '/', closes its braces and has no placeholder twice.", contract =>
            from path in contract.Objects(ObjectKind.PathItem)
            from predicate in PathProblems(path.Name)
            select path.Problem(predicate)),
        new("CTR025", "No operation has two parameters of the same name and location.", Severity.Warning, contract =>
            from operation in contract.Operations
            from pair in operation.Parameters.Repeated(static parameter => $"{parameter.In} {parameter.Name}")
            select new Problem(
                pair.Item.Position,
                $"{operation} has the {pair.Item.In} parameter '{pair.Item.Name}' a second time; the first is in line "
                + $"{pair.First.Position.Line} and is the one that counts: remove one of them.")),
        new("CTR027", "Each parameter has a schema.", Severity.Warning, contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            where !parameter.IsReference && parameter.Node.Find("schema") is null && parameter.Node.MembersOf("content").Count == 0
            select parameter.Problem("has no 'schema', so it is treated as a string: add one, such as 'type: string'.")),
        new("CTR028", "A parameter's style is one that its location allows.", Severity.Warning, contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            let style = parameter.Text("style")
            let known = _styles.GetValueOrDefault(parameter.Text("in") ?? "")
            where style is not null && known is not null && !known.Contains(style)
            select parameter.Problem(
                "style",
                $"has the style '{style}', which its location does not allow: use {string.Join(" or ", known)}, or leave it out.")),
    ];

    private static IEnumerable<ContractMapping> ParametersOf(Operation operation, Contract contract) =>
        (operation.Parent!.Node.Sequence("parameters")?.Items ?? []).OfType<ContractMapping>()
            .Select(contract.Resolve).OfType<ContractMapping>()
            .Concat(operation.Parameters.Select(static parameter => parameter.Node));

    private static IEnumerable<string> PathProblems(string path)
    {
        if (!path.StartsWith('/'))
        {
            yield return $"does not begin with '/': write '/{path}'.";
        }

        var (names, areWellFormed) = OperationText.Placeholders(path);
        if (!areWellFormed)
        {
            yield return "has an unmatched brace or an empty placeholder: write each placeholder as '{name}'.";
        }

        foreach (var (name, count) in names.CountBy(static name => name).Where(static one => one.Value > 1))
        {
            yield return $"has the placeholder '{{{name}}}' {count} times: give each its own name.";
        }
    }
}
