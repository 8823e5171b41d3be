namespace Contacts.ContractTool;

/// <summary>Schemas, which become classes, and what points to them.</summary>
internal static class SchemaRules
{
    private static readonly string[] _types = ["string", "integer", "number", "boolean", "array", "object"];
    private static readonly string[] _formatsOfStrings = ["date-time", "binary", "byte", "uuid", "uri", "email", "password", "hostname"];
    private static readonly string[] _formatsOfIntegers = ["int32", "int64"];
    private static readonly string[] _formatsOfNumbers = ["float", "double"];

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR030", "Each type is string, integer, number, boolean, array or object.", UnknownTypes),
        new("CTR031", "Each array says what its items are.", ArraysWithoutItems),
        new("CTR032", "Each format is one that the generator knows for its type; 'date' is refused.", UnknownFormats),
        new("CTR033", "Each $ref leads to a component of the kind that belongs there.", MisleadingReferences),
        new("CTR034", "No $ref leads to another file or address.", ExternalReferences),
        new("CTR035", "Each name under 'required' is a declared property, once.", InvalidRequiredNames),
        new("CTR036", "No oneOf, anyOf, allOf, not or discriminator.", Compositions),
        new("CTR037", "Each enum is of strings or integers, open (x-open-enum) and names its values (x-enumNames).", InvalidEnums),
        new("CTR038", "An object that is a body or the item of a list or map is a schema with a name.", InlineObjects),
    ];

    private static IEnumerable<Problem> UnknownTypes(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        let type = schema.Node.Text("type")
        where type is not null && !_types.Contains(type)
        select new Problem(
            schema.Node.PositionOf("type"),
            $"{schema} has the type '{type}', which does not exist: did you mean '{NearestType(type)}'? "
            + $"Use {string.Join(", ", _types[..^1])} or {_types[^1]}.");

    private static string NearestType(string type) => type switch
    {
        "int" or "long" => "integer",
        "float" or "double" or "decimal" => "number",
        "file" or "date" or "null" or "uuid" => "string",
        "list" => "array",
        "map" => "object",
        _ => Spelling.Nearest(type, _types),
    };

    private static IEnumerable<Problem> ArraysWithoutItems(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        where schema.Node.Text("type") == "array" && schema.Node.Find("items") is null
        select new Problem(
            schema.Node.PositionOf("type"),
            $"{schema} is an array without 'items': say what it holds, such as 'items: {{ type: string }}'.");

    private static IEnumerable<Problem> UnknownFormats(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        let format = schema.Node.Text("format")
        where format is not null
        let known = Formats(schema.Node.Text("type"))
        where !known.Contains(format)
        select new Problem(schema.Node.PositionOf("format"), $"{schema} has the format '{format}', which {FormatRemedy(format, known)}.");

    private static string[] Formats(string? type) => type switch
    {
        "string" => _formatsOfStrings,
        "integer" => _formatsOfIntegers,
        "number" => _formatsOfNumbers,
        null => [.. _formatsOfStrings, .. _formatsOfIntegers, .. _formatsOfNumbers],
        _ => [],
    };

    private static string FormatRemedy(string format, string[] known) => (format, known) switch
    {
        ("date", _) => "C# would read as a time at midnight and shift by a day across time zones: leave 'format' out and keep it a string, "
            + "or use 'date-time'",
        (_, []) => "the generator does not know there: leave it out, for only strings and numbers have formats",
        _ => $"the generator does not know there: did you mean '{Spelling.Nearest(format, known)}'? "
            + $"Use {string.Join(", ", known)}, or leave it out",
    };

    private static IEnumerable<Problem> MisleadingReferences(Contract contract) =>
        from owner in contract.AllObjects
        let section = OpenApiSpecification.Of(owner.Kind).Section
        let text = owner.Node.Text("$ref")
        where section is not null && text is not null && new Reference(text).IsLocal
        let complaint = ReferenceComplaint(contract, new Reference(text), section)
        where complaint is not null
        select new Problem(owner.Node.PositionOf("$ref"), $"$ref '{text}' {complaint}");

    private static string? ReferenceComplaint(Contract contract, Reference reference, string section)
    {
        if (reference.Target is not var (targetSection, name) || targetSection != section)
        {
            return $"does not point to '#/components/{section}/', where what belongs here stands: move the target there and point to it.";
        }

        if (contract.Component(reference) is not { } target)
        {
            var known = contract.Root.Mapping("components")?.MembersOf(section).Select(static member => member.Key).ToArray() ?? [];
            var nearest = known.Length == 0 ? "." : $", or did you mean '{Spelling.Nearest(name, known)}'?";
            return $"leads nowhere: add '{name}' under components/{section}{nearest}";
        }

        return contract.Resolve(target) is null && contract.Component(new Reference(target.Text("$ref") ?? "")) is not null
            ? "leads in a circle of references: let one of them say what it is."
            : null;
    }

    private static IEnumerable<Problem> ExternalReferences(Contract contract) =>
        from owner in contract.AllObjects
        let text = owner.Node.Text("$ref")
        where text is not null && !new Reference(text).IsLocal
        select new Problem(
            owner.Node.PositionOf("$ref"),
            $"$ref '{text}' leads to another file or address, which is not supported: copy the target under components and point to it "
            + "with '#/components/…'.");

    private static IEnumerable<Problem> InvalidRequiredNames(Contract contract)
    {
        foreach (var schema in contract.Objects(ObjectKind.Schema))
        {
            var declared = schema.Node.MembersOf("properties").Select(static member => member.Key).ToArray();
            var names = schema.Node.ScalarsOf("required").ToLookup(name => declared.Contains(name.Text));
            foreach (var name in names[false])
            {
                var nearest = declared.Length == 0 ? "." : $"; did you mean '{Spelling.Nearest(name.Text, declared)}'?";
                yield return new(
                    name.Position,
                    $"{schema} requires '{name.Text}', which is no property of it: declare the property, or take the name out{nearest}");
            }

            foreach (var (name, _) in names[true].Repeated(static name => name.Text))
            {
                yield return new(name.Position, $"{schema} requires '{name.Text}' twice: take one out.");
            }
        }
    }

    private static IEnumerable<Problem> Compositions(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        from member in schema.Node.Members
        let remedy = CompositionRemedy(member.Key)
        where remedy is not null
        select new Problem(member.Position, $"{schema} has '{member.Key}', which is not supported: {remedy}.");

    private static string? CompositionRemedy(string key) => key switch
    {
        "allOf" => "write the properties of all parts in one schema, or use a plain '$ref' if there is but one part",
        "oneOf" or "anyOf" => "use one schema that has the properties of every form as optional ones, or leave 'type' out for any value",
        "discriminator" => "use one schema with an enum property that tells the forms apart",
        "not" => "say what is allowed instead, or describe it in 'description'",
        _ => null,
    };

    private static IEnumerable<Problem> InvalidEnums(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        let values = schema.Node.Sequence("enum")
        where values is not null
        from problem in EnumProblems(schema, schema.Node.PositionOf("enum"), values)
        select problem;

    private static IEnumerable<Problem> EnumProblems(OpenApiObject schema, Position position, ContractSequence values)
    {
        var type = schema.Node.Text("type");
        if (type is not ("string" or "integer"))
        {
            yield return new(position, $"{schema} is an enum of type '{type ?? "none"}': say 'type: string' or 'type: integer'.");
            yield break;
        }

        if (!schema.Node.Flag("x-open-enum"))
        {
            yield return new(
                position,
                $"{schema} is a closed enum, which fails on the first value that the service adds: say 'x-open-enum: true' beside it.");
        }

        if (schema.Node.Find("x-enumNames") is null)
        {
            yield return new(position, $"{schema} does not name its enum values: add 'x-enumNames' with a C# name for each.");
        }

        if (values.Items.Count == 0)
        {
            yield return new(position, $"{schema} is an enum without values: add them, or remove 'enum'.");
        }

        var (kind, remedy) = type == "string" ? (ScalarKind.Text, "put it in quotes") : (ScalarKind.WholeNumber, "write an integer");
        var scalars = values.Items.OfType<ContractScalar>().Where(value => value.Kind == kind).ToList();
        foreach (var value in values.Items.Except(scalars))
        {
            yield return new(value.Position, $"{schema} is an enum of type '{type}', but this value is {value.KindText}: {remedy}.");
        }

        foreach (var (value, _) in scalars.Repeated(static value => value.Text))
        {
            yield return new(value.Position, $"{schema} has the enum value '{value.Text}' twice: take one out.");
        }
    }

    private static IEnumerable<Problem> InlineObjects(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        where schema.Node.Mapping("properties") is not null && !schema.IsSkipped && HasNoName(schema)
        select new Problem(
            schema.Position,
            $"{schema} is an object without a name, and its class would be called 'Body', 'Response' or 'Anonymous': move it to "
            + "components/schemas and point to it with '$ref'.");

    // The parts of a form become parameters, and a property's class takes the property's name.
    private static bool HasNoName(OpenApiObject schema) => schema.Role is "items" or "additionalProperties"
        || (schema is { Role: "schema", Parent: { Kind: ObjectKind.MediaType } parent }
            && !parent.Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
}
