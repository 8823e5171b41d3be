namespace Contacts.ContractTool;

/// <summary>Parameters and the paths that they stand in.</summary>
internal static class ParameterRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR020", "Each {placeholder} of a path is a path parameter of each of its operations.", contract =>
            from operation in contract.Operations
            from name in Placeholders(operation.Path).Names.Distinct(StringComparer.Ordinal)
            where !operation.Parameters.Any(parameter => parameter.In == "path" && parameter.Name == name)
            select operation.Problem(
                $"does not declare the path parameter '{name}': add a parameter with 'name: {name}', 'in: path' and 'required: true' to "
                + "the operation.")),
        new("CTR021", "Each path parameter has its {placeholder} in the path.", contract =>
            from operation in contract.Operations
            from parameter in operation.Parameters
            where parameter.In == "path" && !Placeholders(operation.Path).Names.Contains(parameter.Name)
            select new Problem(
                parameter.Position,
                $"{operation} declares the path parameter '{parameter.Name}', but its path has no '{{{parameter.Name}}}': put it in the "
                + "path, correct the name, or say 'in: query'.")),
        new("CTR022", "Each path parameter is required.", contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            where parameter.Text("in") == "path" && !parameter.Flag("required")
            select parameter.Problem(
                "required", "is in the path and not required: say 'required: true', for a path without it is another path.")),
        new("CTR023", "Each path begins with '/', closes its braces and has no placeholder twice.", contract =>
            from path in contract.Objects(ObjectKind.PathItem)
            from predicate in PathProblems(path.Name)
            select path.Problem(predicate)),
        new("CTR024", "Parameters stand on the operation, not on the path.", contract =>
            from path in contract.Objects(ObjectKind.PathItem)
            where path.Node.Find("parameters") is not null
            select path.Problem(
                "parameters",
                "has parameters of its own, which would come after the body in C#: declare them on each of its operations.")),
        new("CTR025", "No operation has two parameters of the same name and place.", contract =>
            from operation in contract.Operations
            from pair in operation.Parameters.Repeated(static parameter => $"{parameter.In} {parameter.Name}")
            select new Problem(
                pair.Item.Position,
                $"{operation} has the {pair.Item.In} parameter '{pair.Item.Name}' a second time; the first is in line "
                + $"{pair.First.Position.Line}: remove one of them.")),
        new("CTR026", "A parameter is in the path, the query or a header; cookies are not supported.", contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            let place = parameter.Text("in")
            where place is not (null or "path" or "query" or "header")
            let hint = place == "cookie" ? "; a cookie is set on the HttpClient" : ""
            select parameter.Problem("in", $"is in '{place}', which is not supported: use path, query or header{hint}.")),
        new("CTR027", "A parameter's schema is what a URL or header can hold: a plain value, and in the query a list of them.", contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            where !parameter.IsReference
            let predicate = SchemaProblem(parameter, contract)
            where predicate is not null
            select parameter.Problem(parameter.Node.Find("content") is null ? "schema" : "content", predicate)),
        new("CTR028", "A parameter's style is its place's default: form in the query, simple in path and header.", contract =>
            from parameter in contract.Objects(ObjectKind.Parameter)
            let expected = parameter.Text("in") == "query" ? "form" : "simple"
            let style = parameter.Text("style")
            where style is not null && style != expected
            select parameter.Problem(
                "style",
                $"has the style '{style}', which is not supported: use '{expected}', which is the default, or leave 'style' out.")),
    ];

    private static string? SchemaProblem(OpenApiObject parameter, Contract contract)
    {
        var schema = contract.Resolve(parameter.Node.Mapping("schema"));
        return schema?.Text("type") switch
        {
            _ when parameter.Node.Find("content") is not null => "has 'content', which is not supported: give it a 'schema'.",
            _ when parameter.Node.Find("schema") is null => "has no 'schema': add one, such as 'type: string'.",
            "object" => "is an object, which a parameter cannot be here: use one parameter for each member, or a request body.",
            "array" when parameter.Text("in") != "query" =>
                "is an array, which only a query parameter can be: use 'in: query', or a string.",
            "array" when contract.Resolve(schema.Mapping("items"))?.Text("type") is "array" or "object" =>
                "is an array of arrays or objects: use an array of plain values, or a request body.",
            _ => null,
        };
    }

    private static IEnumerable<string> PathProblems(string path)
    {
        if (!path.StartsWith('/'))
        {
            yield return $"does not begin with '/': write '/{path}'.";
        }

        var (names, areWellFormed) = Placeholders(path);
        if (!areWellFormed)
        {
            yield return "has a brace without its partner or an empty placeholder: write each placeholder as '{name}'.";
        }

        foreach (var (name, count) in names.CountBy(static name => name).Where(static one => one.Value > 1))
        {
            yield return $"has the placeholder '{{{name}}}' {count} times: give each its own name.";
        }
    }

    /// <summary>The placeholders of a path, in order, and whether its braces pair.</summary>
    private static (string[] Names, bool AreWellFormed) Placeholders(string path)
    {
        // Each part after the first stands behind an opening brace.
        var parts = path.Split('{').Select(static part => part.Split('}')).ToList();
        var areWellFormed = parts[0].Length == 1 && parts.Skip(1).All(static part => part is [{ Length: > 0 }, _]);
        return ([.. parts.Skip(1).Where(static part => part.Length > 1).Select(static part => part[0])], areWellFormed);
    }
}
