namespace Contacts.ContractTool;

/// <summary>Parameters and the paths that they stand in.</summary>
internal static class ParameterRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR020", "Each {placeholder} of a path is a path parameter of each of its operations.", UndeclaredPlaceholders),
        new("CTR021", "Each path parameter has its {placeholder} in the path.", UnusedPathParameters),
        new("CTR022", "Each path parameter is required.", OptionalPathParameters),
        new("CTR023", "Each path begins with '/', closes its braces and has no placeholder twice.", InvalidPaths),
        new("CTR024", "Parameters stand on the operation, not on the path.", PathLevelParameters),
        new("CTR025", "No operation has two parameters of the same name and place.", RepeatedParameters),
        new("CTR026", "A parameter is in the path, the query or a header; cookies are not supported.", OtherPlaces),
        new("CTR027", "A parameter has a schema that a URL or a header can hold: a plain value, and in the query a list of them.", Schemas),
        new("CTR028", "A parameter's style is its place's default: form in the query, simple in path and header.", OtherStyles),
    ];

    private static IEnumerable<Problem> UndeclaredPlaceholders(Contract contract) =>
        from operation in contract.Operations
        from name in Placeholders(operation.Path).Names.Distinct(StringComparer.Ordinal)
        where !operation.Parameters.Any(parameter => parameter.In == "path" && parameter.Name == name)
        select new Problem(
            operation.Position,
            $"{operation} does not declare the path parameter '{name}': add a parameter with 'name: {name}', 'in: path' and "
            + "'required: true' to the operation.");

    private static IEnumerable<Problem> UnusedPathParameters(Contract contract) =>
        from operation in contract.Operations
        from parameter in operation.Parameters
        where parameter.In == "path" && !Placeholders(operation.Path).Names.Contains(parameter.Name)
        select new Problem(
            parameter.Position,
            $"{operation} declares the path parameter '{parameter.Name}', but its path has no '{{{parameter.Name}}}': put it in the path, "
            + "correct the name, or say 'in: query'.");

    private static IEnumerable<Problem> OptionalPathParameters(Contract contract) =>
        from parameter in contract.Objects(ObjectKind.Parameter)
        where parameter.Node.Text("in") == "path" && !parameter.Node.Flag("required")
        select new Problem(
            parameter.Node.PositionOf("required"),
            $"{parameter} is in the path and not required: say 'required: true', for a path without it is another path.");

    private static IEnumerable<Problem> InvalidPaths(Contract contract)
    {
        foreach (var path in contract.Objects(ObjectKind.PathItem))
        {
            if (!path.Name.StartsWith('/'))
            {
                yield return new(path.Position, $"{path} does not begin with '/': write '/{path.Name}'.");
            }

            var (names, areWellFormed) = Placeholders(path.Name);
            if (!areWellFormed)
            {
                yield return new(
                    path.Position,
                    $"{path} has a brace without its partner or an empty placeholder: write each placeholder as '{{name}}'.");
            }

            foreach (var twice in names.GroupBy(static name => name).Where(static group => group.Count() > 1))
            {
                yield return new(
                    path.Position, $"{path} has the placeholder '{{{twice.Key}}}' {twice.Count()} times: give each its own name.");
            }
        }
    }

    private static IEnumerable<Problem> PathLevelParameters(Contract contract) =>
        from path in contract.Objects(ObjectKind.PathItem)
        where path.Node.Find("parameters") is not null
        select new Problem(
            path.Node.PositionOf("parameters"),
            $"{path} has parameters of its own, which would come after the body in C#: declare them on each of its operations.");

    private static IEnumerable<Problem> RepeatedParameters(Contract contract) =>
        from operation in contract.Operations
        from pair in operation.Parameters.Repeated(static parameter => (parameter.Name, parameter.In))
        select new Problem(
            pair.Item.Position,
            $"{operation} has the {pair.Item.In} parameter '{pair.Item.Name}' a second time; the first is in line "
            + $"{pair.First.Position.Line}: remove one of them.");

    private static IEnumerable<Problem> OtherPlaces(Contract contract) =>
        from parameter in contract.Objects(ObjectKind.Parameter)
        let place = parameter.Node.Text("in")
        where place is not (null or "path" or "query" or "header")
        let hint = place == "cookie" ? "; a cookie is set on the HttpClient" : ""
        select new Problem(
            parameter.Node.PositionOf("in"), $"{parameter} is in '{place}', which is not supported: use path, query or header{hint}.");

    private static IEnumerable<Problem> Schemas(Contract contract) =>
        from parameter in contract.Objects(ObjectKind.Parameter)
        where !parameter.IsReference
        let complaint = SchemaComplaint(parameter, contract)
        where complaint is not null
        select new Problem(parameter.Node.Find("content")?.Position ?? parameter.Node.Find("schema")?.Position ?? parameter.Position,
            $"{parameter} {complaint}");

    private static string? SchemaComplaint(OpenApiObject parameter, Contract contract)
    {
        if (parameter.Node.Find("content") is not null)
        {
            return "has 'content', which is not supported: give it a 'schema'.";
        }

        if (parameter.Node.Find("schema") is null)
        {
            return "has no 'schema': add one, such as 'type: string'.";
        }

        var schema = contract.Resolve(parameter.Node.Mapping("schema"));
        return schema?.Text("type") switch
        {
            "object" => "is an object, which a parameter cannot be here: use one parameter for each member, or a request body.",
            "array" when parameter.Node.Text("in") != "query" =>
                "is an array, which only a query parameter can be: use 'in: query', or a string.",
            "array" when contract.Resolve(schema.Mapping("items"))?.Text("type") is "array" or "object" =>
                "is an array of arrays or objects: use an array of plain values, or a request body.",
            _ => null,
        };
    }

    private static IEnumerable<Problem> OtherStyles(Contract contract) =>
        from parameter in contract.Objects(ObjectKind.Parameter)
        let expected = parameter.Node.Text("in") == "query" ? "form" : "simple"
        let style = parameter.Node.Text("style")
        where style is not null && style != expected
        select new Problem(
            parameter.Node.PositionOf("style"),
            $"{parameter} has the style '{style}', which is not supported: use '{expected}', which is the default, or leave 'style' out.");

    /// <summary>The placeholders of a path, in order, and whether its braces pair.</summary>
    private static (IReadOnlyList<string> Names, bool AreWellFormed) Placeholders(string path)
    {
        var names = new List<string>();
        var areWellFormed = true;
        var open = -1;
        for (var index = 0; index < path.Length; index++)
        {
            if (path[index] == '{')
            {
                areWellFormed &= open < 0;
                open = index;
            }
            else if (path[index] == '}')
            {
                areWellFormed &= open >= 0 && index > open + 1;
                if (open >= 0)
                {
                    names.Add(path[(open + 1)..index]);
                }

                open = -1;
            }
        }

        return (names, areWellFormed && open < 0);
    }
}
