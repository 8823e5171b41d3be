namespace Contacts.ContractTool;

/// <summary>Schemas, which become classes, and references to them.</summary>
internal static class SchemaRules
{
    private static readonly string[] _types = ["string", "integer", "number", "boolean", "array", "object"];
    private static readonly string[] _formatsOfStrings =
        ["date-time", "date", "time", "duration", "binary", "byte", "uuid", "uri", "email", "password", "hostname", "ipv4", "ipv6"];
    private static readonly string[] _formatsOfIntegers = ["int32", "int64"];
    private static readonly string[] _formatsOfNumbers = ["float", "double", "decimal"];

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR030", "Each type is string, integer, number, boolean, array or object.", contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            let type = schema.Text("type")
            where type is not null && !_types.Contains(type)
            select schema.Problem(
                "type",
                $"has the type '{type}', which does not exist: did you mean '{NearestType(type)}'? "
                + $"Use {string.Join(", ", _types[..^1])} or {_types[^1]}.")),
        new("CTR031", "Each array says what its items are.", Severity.Warning, contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            where schema.Text("type") == "array" && schema.Node.Find("items") is null
            select schema.Problem(
                "type",
                "is an array without 'items', so its items can be anything: add what it contains, such as 'items: { type: string }'.")),
        new("CTR032", "Each format is one that the generator knows for its type.", Severity.Warning, contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            let format = schema.Text("format")
            let known = Formats(schema.Text("type"))
            where format is not null && !known.Contains(format)
            select schema.Problem("format", $"has the format '{format}', which {FormatRemedy(format, known)}.")),
        new("CTR033", "Each $ref leads to a component of the kind that belongs there.", contract =>
            from owner in contract.AllObjects
            let section = OpenApiSpecification.Of(owner.Kind).Section
            let text = owner.Text("$ref")
            where section is not null && text is not null && new Reference(text).IsLocal
            let predicate = ReferenceProblem(contract, new Reference(text), section)
            where predicate is not null
            select new Problem(owner.PositionOf("$ref"), $"$ref '{text}' {predicate}")),
        new("CTR039", "No $ref and no allOf leads back to itself.", contract =>
        [
            // A circle counts as one mistake, however many references are in it or lead to it.
            .. (from owner in contract.AllObjects
                let text = owner.Text("$ref")
                where text is not null && owner.IsComponent && contract.Resolve(owner.Node) is null
                where contract.Component(new Reference(text))?.Text("$ref") is { } next
                    && contract.Component(new Reference(next)) is not null
                orderby owner.Position.Line
                select new Problem(
                    owner.PositionOf("$ref"),
                    $"$ref '{text}' is part of a circle of references: replace one of them by what it should refer to.")).Take(1),
            .. (from schema in contract.Objects(ObjectKind.Schema)
                where schema.IsComponent && IsPartOf(contract, schema.Node, schema.Node, depth: 0)
                select schema.Problem("allOf", "is a part of itself: remove the part that leads back to it in a circle.")).Take(1),
        ]),
        new("CTR034", "Each $ref to another file leads to a part of a file beside the contract.", contract =>
            from owner in contract.AllObjects
            let text = owner.Text("$ref")
            where text is not null && !new Reference(text).IsLocal
            let predicate = text.Contains("://", StringComparison.Ordinal)
                ? "leads to an address, and a build reads none: save the target beside the contract and refer to that file."
                : "leads to a file that cannot be read, or to a place that it does not contain: correct the path."
            select new Problem(owner.PositionOf("$ref"), $"$ref '{text}' {predicate}")),
        new("CTR035", "Each name under 'required' is a declared property, once.", Severity.Warning, contract =>
        [
            .. from schema in contract.Objects(ObjectKind.Schema)
               let declared = schema.Node.MembersOf("properties").Select(static property => property.Key).ToList()
               from name in schema.Node.ScalarsOf("required")
               where !declared.Contains(name.Text)
               let nearest = declared.Count == 0 ? "." : $"; did you mean '{Spelling.Nearest(name.Text, declared)}'?"
               select new Problem(
                   name.Position,
                   $"{schema} requires '{name.Text}', which is not one of its properties: declare the property, or remove the "
                   + $"name{nearest}"),
            .. from schema in contract.Objects(ObjectKind.Schema)
               from pair in schema.Node.ScalarsOf("required").Repeated(static name => name.Text)
               where schema.Node.Mapping("properties")?.Find(pair.Item.Text) is not null
               select new Problem(pair.Item.Position, $"{schema} requires '{pair.Item.Text}' twice: remove one."),
        ]),
        new(
            "CTR037",
            "Each enum is of strings or integers, open (x-open-enum) and names its values (x-enumNames).",
            Severity.Warning,
            contract =>
                from schema in contract.Objects(ObjectKind.Schema)
                let values = schema.Node.Sequence("enum")
                where values is not null
                from problem in EnumProblems(schema, values.Items)
                select problem),
        new("CTR038", "An object that is a body or the item of a list or map is a schema with a name.", Severity.Warning, contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            where schema.Node.Mapping("properties") is not null && !schema.IsSkipped && HasNoName(schema)
            select schema.Problem(
                "is an object without a name, so its class is named after its place: move it to components/schemas and point to it with "
                + "'$ref'.")),
    ];

    // The parts of a form become parameters, and a property's class takes the property's name.
    private static bool HasNoName(OpenApiObject schema) => schema.Role is "items" or "additionalProperties"
        || (schema is { Role: "schema", Parent: { Kind: ObjectKind.MediaType } media }
            && !media.Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));

    private static string NearestType(string type) => type switch
    {
        "int" or "long" => "integer",
        "float" or "double" or "decimal" => "number",
        "file" or "date" or "null" or "uuid" => "string",
        "list" => "array",
        "map" => "object",
        _ => Spelling.Nearest(type, _types),
    };

    private static string[] Formats(string? type) => type switch
    {
        "string" => _formatsOfStrings,
        "integer" => _formatsOfIntegers,
        "number" => _formatsOfNumbers,
        null => [.. _formatsOfStrings, .. _formatsOfIntegers, .. _formatsOfNumbers],
        _ => [],
    };

    private static string FormatRemedy(string format, string[] known) => known.Length == 0
        ? "the generator does not know there: leave it out, since only strings and numbers have formats"
        : $"the generator does not know there, so it has no effect: did you mean '{Spelling.Nearest(format, known)}'? Use "
            + $"{string.Join(", ", known)}, or leave it out";

    private static bool IsPartOf(Contract contract, ContractMapping whole, ContractMapping part, int depth) => depth < 64
        && (part.Sequence("allOf")?.Items ?? []).OfType<ContractMapping>().Select(contract.Resolve).OfType<ContractMapping>()
            .Any(one => ReferenceEquals(one, whole) || IsPartOf(contract, whole, one, depth + 1));

    private static string? ReferenceProblem(Contract contract, Reference reference, string section)
    {
        if (reference.Target is not var (targetSection, name) || targetSection != section)
        {
            return $"does not point to '#/components/{section}/', where its target must be: move the target there and refer to it.";
        }

        if (contract.Component(reference) is null)
        {
            var known = contract.Root.Mapping("components")?.MembersOf(section) ?? [];
            var nearest = known.Count == 0 ? "." : $", or did you mean '{Spelling.Nearest(name, known.Select(static one => one.Key))}'?";
            return $"leads nowhere: add '{name}' under components/{section}{nearest}";
        }

        return null;
    }

    private static IEnumerable<Problem> EnumProblems(OpenApiObject schema, List<ContractNode> values)
    {
        var type = schema.Text("type");
        if (type is not ("string" or "integer"))
        {
            yield return schema.Problem("enum", $"is an enum of type '{type ?? "none"}': write 'type: string' or 'type: integer'.");
            yield break;
        }

        (bool IsBroken, string Predicate)[] promises =
        [
            (!schema.Flag("x-open-enum"),
                "is a closed enum, but C# also reads values that the service adds later: write 'x-open-enum: true' beside it."),
            (schema.Node.Find("x-enumNames") is null, "does not name its enum values: add 'x-enumNames' with a C# name for each."),
            (values.Count == 0, "is an enum without values: add them, or remove 'enum'."),
        ];
        foreach (var (_, predicate) in promises.Where(static promise => promise.IsBroken))
        {
            yield return schema.Problem("enum", predicate);
        }

        var (kind, remedy) = type == "string" ? (ScalarKind.Text, "put it in quotes") : (ScalarKind.WholeNumber, "write an integer");
        var valid = values.OfType<ContractScalar>().Where(value => value.Kind == kind).ToList();
        foreach (var value in values.Except(valid))
        {
            yield return new(value.Position, $"{schema} is an enum of type '{type}', but this value is {value.KindText}: {remedy}.");
        }

        foreach (var (value, _) in valid.Repeated(static value => value.Text))
        {
            yield return new(value.Position, $"{schema} has the enum value '{value.Text}' twice: remove one.");
        }
    }
}
