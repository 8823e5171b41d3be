namespace Contacts.ContractTool;

/// <summary>What requests carry and what comes back.</summary>
internal static class BodyRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR040", "A request body has one media type, and that is not a URL-encoded form.", contract =>
        [
            .. from body in contract.Objects(ObjectKind.RequestBody)
               let types = body.Node.Mapping("content")?.Members
               where types is not null && types.Count != 1
               select body.Problem("content", types.Count == 0
                   ? "has no media type: add one, such as application/json."
                   : $"has {types.Count} media types ({Names(types)}), and a C# method sends one: keep one."),
            .. from body in contract.Objects(ObjectKind.RequestBody)
               from type in body.Node.MembersOf("content")
               where type.Key.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
               select new Problem(
                   type.Position,
                   $"{body} is a URL-encoded form, which is not supported: use application/json, or multipart/form-data for files."),
        ]),
        new("CTR042", "Each operation has a success response.", contract =>
            from operation in contract.Operations
            where !operation.Successes.Any()
            select operation.Problem(
                "responses",
                "has no success response, so the C# method has nothing to return: add a '200' (or another 2xx) under 'responses'.")),
        new("CTR043", "A success response has at most one media type.", contract =>
            from operation in contract.Operations
            from response in operation.Successes
            let types = response.Node?.MembersOf("content")
            where types is { Count: > 1 }
            select new Problem(
                response.Position,
                $"Response {response.Status} of {operation} has {types.Count} media types ({Names(types)}), and a C# method returns one "
                + "type: keep one, or make an operation for each.")),
        new("CTR044", "A response stands under a status code, an error class (4XX, 5XX) or 'default'.", contract =>
            from operation in contract.Operations
            from response in operation.Responses
            where response.Status is not ("default" or "4XX" or "5XX" or [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'])
            select new Problem(
                response.Position,
                $"'{response.Status}' in the responses of {operation} is no status code: use a number such as '200', or '4XX', '5XX' or "
                + "'default' for errors.")),
        new("CTR045", "Each media type of a request or response has an example.", Severity.Warning, contract =>
            from media in contract.Objects(ObjectKind.MediaType)
            where media.Node.Find("example") is null && media.Node.MembersOf("examples").Count == 0
            select media.Problem("has no example, and examples feed the emulator and the tests: add one under 'examples'.")),
        new("CTR046", "Each example is of its schema's type: object, array, string and so on.", contract =>
            from media in contract.Objects(ObjectKind.MediaType)
            let schema = contract.Resolve(media.Node.Mapping("schema"))
            let type = schema?.Text("type")
            where type is not null
            from example in ExamplesOf(media, contract)
            where !Fits(example.Value, type, schema.Flag("nullable"))
            select new Problem(
                example.Position,
                $"{example.Name} is {example.Value.KindText}, but its schema says '{type}': correct the example or the schema.")),
        new("CTR075", "A success response says what a method returns.", contract =>
            from operation in contract.Operations
            where operation.Text("x-csharp-type") is null && operation.Successes.Any()
            where operation.Successes.All(static response => response.Node?.Mapping("content") is null)
            select operation.Problem(
                "responses",
                "answers with success and no body, so nothing says what the C# method returns: describe a body, such as an object without "
                + "required properties, which an answer may also leave out; or name a type in 'x-csharp-type' beside 'operationId'.")),
        new("CTR076", "A request body is required, and a list in it is of texts.", contract =>
        [
            .. from body in contract.Objects(ObjectKind.RequestBody)
               where !body.Flag("required")
               select body.Problem(
                   "may be left out, and a C# method sends its body always: say 'required: true', or make an operation for each."),
            .. from schema in contract.Objects(ObjectKind.Schema)
               where schema is { Role: "schema", Parent.Parent.Kind: ObjectKind.RequestBody } && schema.Text("type") == "array"
               where schema.Node.Mapping("items")?.Text("type") != "string"
               select schema.Problem("is a list of something else than texts, which is not supported: put it into an object."),
        ]),
    ];

    private static string Names(IEnumerable<ContractMember> types) => string.Join(", ", types.Select(static type => type.Key));

    private static IEnumerable<(string Name, Position Position, ContractNode Value)> ExamplesOf(OpenApiObject media, Contract contract)
    {
        if (media.Node.Find("example") is { } single)
        {
            yield return ($"the example of {media}", single.Position, single.Value);
        }

        foreach (var named in media.Node.MembersOf("examples"))
        {
            if (contract.Resolve(named.Value as ContractMapping)?.Find("value") is { } value)
            {
                yield return ($"example '{named.Key}' of {media}", named.Position, value.Value);
            }
        }
    }

    private static bool Fits(ContractNode value, string type, bool isNullable) => (type, value) switch
    {
        (_, ContractScalar { Kind: ScalarKind.Null }) => isNullable,
        ("object", _) => value is ContractMapping,
        ("array", _) => value is ContractSequence,
        ("string", _) => value is ContractScalar { Kind: ScalarKind.Text },
        ("integer", _) => value is ContractScalar { Kind: ScalarKind.WholeNumber },
        ("number", _) => value is ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number },
        ("boolean", _) => value is ContractScalar { Kind: ScalarKind.Boolean },
        _ => true, // an unknown type is another rule's finding
    };
}
