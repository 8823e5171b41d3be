namespace Contacts.ContractTool;

/// <summary>Gives the parameters of an operation their C# names and types, and writes the statements that send them.</summary>
internal sealed class ParameterNormalizer(Contract contract, SchemaRegistry schemas, Findings findings)
{
    private readonly string _reserved = contract.Root.Text("x-reserved-id-start") is { Length: 1 } start
        ? $", reserved: '{start}'"
        : "";

    /// <summary>The parameters in the normalized document, including those of the path.</summary>
    public ContractSequence Normalize(Operation operation, string operationName, OperationCode code)
    {
        var parameters = operation.AllParameters(contract).Where(parameter => IsSent(operation, parameter)).ToList();
        var list = new ContractSequence(operation.Position);
        foreach (var (parameter, name) in parameters.Zip(NamesOf(operation, parameters)))
        {
            if (name is not null)
            {
                list.Items.Add(Normalize(parameter, operationName, name, code));
            }
        }

        return list;
    }

    private ContractMapping Normalize(OperationParameter parameter, string operationName, string name, OperationCode code)
    {
        var content = parameter.Node.MembersOf("content");
        var isJson = content.Count > 0;
        var schema = isJson ? (content[0].Value as ContractMapping)?.Find("schema")?.Value : parameter.Node.Find("schema")?.Value;
        var use = schemas.Use(schema ?? TextSchema(parameter.Position), operationName + name);
        var node = parameter.Node.Clone();
        node.Set("in", parameter.In);
        node.Set("required", parameter.MustBeGiven);
        node.Set("schema", use.Node);
        node.Remove("content");

        var isList = IsListOfScalars(use.Type) && !isJson;
        var description = DescriptionOf(parameter, use.Node, name);
        node.Set("description", description);
        var type = isList ? $"IEnumerable<{use.Type.Item!.Name}>" : use.Type.Kind == TypeKind.Any ? "object" : use.Type.Name;
        var value = SentValue.Add(code, name, type, description, parameter.MustBeGiven);
        var styled = isJson ? $"ParameterValue.Json({value.Code})" : StyledValue(use.Type, value.Code);
        if (styled.Contains(".Of(", StringComparison.Ordinal) || isJson)
        {
            schemas.Serializable.Add(use.Type.Name);
        }

        code.Statements.Add(Statement(parameter, use, value, styled, isJson));
        return node;
    }

    private string Statement(OperationParameter parameter, SchemaUse use, SentValue value, string styled, bool isJson)
    {
        var name = CSharpText.Literal(parameter.In is "query" or "cookie" ? Uri.EscapeDataString(parameter.Name) : parameter.Name);
        var style = isJson ? "" : OperationText.StyleOf(parameter);
        var isSimple = !isJson && (use.Type.IsValueType || use.Type.Kind == TypeKind.Text);
        var bounds = use.Type.Kind == TypeKind.Number ? OperationText.Bounds(use.Node) : "";
        var keepsReserved = parameter.Node.Flag("allowReserved") ? ", keepsReserved: true" : "";
        switch (parameter.In)
        {
            case "path" when isSimple && style.Length == 0:
                return $"request.SetPath({name}, {value.Code}, {value.Names}{(use.Type.Kind == TypeKind.Text ? _reserved : bounds)});";
            case "path":
                return $"request.SetPath({name}, {styled}, {value.Names}{Style(style)});";
            case "query" when style.Length == 0 && keepsReserved.Length == 0 && !parameter.Node.Flag("allowEmptyValue")
                && (isSimple || (IsListOfScalars(use.Type) && !isJson)):
                return $"request.AddQuery({name}, {value.Code}, {value.Names}{bounds});";
            case "query":
                return $"request.AddQuery({name}, {styled}, {value.Names}{Style(style)}{keepsReserved});";
            case "header" when isSimple:
                return $"request.AddHeader({name}, {value.Code}, {value.Names}{bounds});";
            case "header":
                return $"request.AddHeader({name}, {styled}, {value.Names}{Style(style)});";
            default:
                return $"request.AddCookie({name}, {styled}, {value.Names}{Style(style)});";
        }
    }

    /// <summary>The expression by which the SDK writes the value in any of the contract's styles.</summary>
    public static string StyledValue(CSharpType type, string code) =>
        IsListOfScalars(type) ? $"ParameterValue.Items({code})"
        : type.IsValueType || type.Kind is TypeKind.Text or TypeKind.Uri or TypeKind.Bytes ? $"ParameterValue.Text({code})"
        : $"ParameterValue.Of({code})";

    public static bool IsListOfScalars(CSharpType type) => type is { Kind: TypeKind.List, Item: { } item }
        && (item.IsValueType || item.Kind is TypeKind.Text or TypeKind.Uri or TypeKind.Bytes);

    private static string Style(string style) => style.Length == 0 ? "" : ", style: ParameterStyle." + style;

    private bool IsSent(Operation operation, OperationParameter parameter)
    {
        var (code, why) = parameter switch
        {
            { In: not ("path" or "query" or "header" or "cookie") } =>
                (OperationFindings.LeftOut, "is in a location that OpenAPI does not define"),
            { In: "path" } when !operation.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal) =>
                (OperationFindings.LeftOut, "has no placeholder in the path"),
            { In: "header" } when OperationText.OwnerOfHeader(parameter.Name) is { } owner => (OperationFindings.LeftOut, owner),
            { In: "header" or "cookie" } when !OperationText.IsToken(parameter.Name) =>
                (OperationFindings.LeftOut, "has a name that cannot be sent"),
            _ => default,
        };
        if (code is not null)
        {
            findings.Add(code, new Problem(
                parameter.Position, $"{parameter.In} parameter '{parameter.Name}' of {operation} is left out: it {why}."));
        }

        return code is null;
    }

    private List<string?> NamesOf(Operation operation, List<OperationParameter> parameters)
    {
        var names = new string?[parameters.Count];
        foreach (var set in parameters.Index().GroupBy(static one => one.Item.MustBeGiven))
        {
            var entries = set.ToList();
            var wires = entries.Select(one => new WireName(one.Item.Name, GivenName(one.Item))).ToList();
            var assigned = OperationText.Names(
                [.. entries.Zip(wires, static (entry, wire) => (wire, entry.Item.In))],
                set.Key ? CSharpNaming.OfMethods : CSharpNaming.MembersOfObject);
            foreach (var ((index, parameter), name) in entries.Zip(assigned))
            {
                names[index] = name;
                if (name is null)
                {
                    findings.Add(OperationFindings.Refused, new Problem(
                        parameter.Position,
                        $"{parameter.In} parameter '{parameter.Name}' of {operation} would have the same C# name as another one: give "
                        + "it an "
                        + $"'{CSharpNaming.Extension}'."));
                }
            }
        }

        return [.. names];
    }

    private static string? GivenName(OperationParameter parameter) =>
        parameter.Node.Text(CSharpNaming.Extension) is { } given ? Identifiers.Pascal(given) : null;

    private static string DescriptionOf(OperationParameter parameter, ContractMapping schema, string name)
    {
        var given = CSharpText.Words(parameter.Node.Text("description"));
        var words = given.Length > 0 ? given
            : CSharpText.Words(schema.Text("description")) is { Length: > 0 } ofSchema ? ofSchema
            : $"The {Identifiers.Words(name)}.";
        var initial = schema.Find("default")?.Text;
        return initial is null || words.Contains("efault", StringComparison.Ordinal)
            ? words
            : $"{words.TrimEnd('.')}. The service's default is {CSharpText.Words(initial)}.";
    }

    private static ContractMapping TextSchema(Position position)
    {
        var schema = new ContractMapping(position);
        schema.Set("type", "string");
        return schema;
    }
}

/// <summary>The parameters of an operation, including those of its path.</summary>
internal static class OperationParameters
{
    extension(OperationParameter parameter)
    {
        /// <summary>Whether a call needs it; a path without one of its parts would be a different path.</summary>
        public bool MustBeGiven => parameter.In == "path" || parameter.IsRequired;
    }

    extension(Operation operation)
    {
        /// <summary>
        /// The path's parameters and then the operation's own, which replace those of the path with the same name. A placeholder that is
        /// not declared is a string.
        /// </summary>
        public IEnumerable<OperationParameter> AllParameters(Contract contract)
        {
            var own = operation.Parameters.DistinctBy(static one => (one.Name, one.In)).ToList();
            var ofPath = OfPath(operation, contract).DistinctBy(static one => (one.Name, one.In)).ToList();
            List<OperationParameter> all =
            [
                .. ofPath.Select(one => own.Find(other => (other.Name, other.In) == (one.Name, one.In)) ?? one),
                .. own.Where(one => !ofPath.Exists(other => (other.Name, other.In) == (one.Name, one.In))),
            ];
            var missing = OperationText.Placeholders(operation.Path).Names
                .Where(name => !all.Exists(one => one.In == "path" && one.Name == name))
                .Distinct(StringComparer.Ordinal)
                .Select(name => new OperationParameter(name, "path", Undeclared(name, operation.Position), operation.Position));
            return missing.Concat(all);
        }
    }

    private static IEnumerable<OperationParameter> OfPath(Operation operation, Contract contract) =>
        from use in (operation.Parent!.Node.Sequence("parameters")?.Items ?? []).OfType<ContractMapping>()
        let node = contract.Resolve(use)
        let name = node?.Text("name")
        let place = node?.Text("in")
        where name is not null && place is not null
        select new OperationParameter(name, place, node, use.Position);

    private static ContractMapping Undeclared(string name, Position position)
    {
        var node = new ContractMapping(position);
        node.Set("name", name);
        node.Set("in", "path");
        return node;
    }
}
