namespace Contacts.ContractTool;

/// <summary>What requests carry and what comes back.</summary>
internal static class BodyRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR040", "A request body has one media type, and that is not a URL-encoded form.", RequestMediaTypes),
        new("CTR042", "Each operation has a success response.", MissingSuccesses),
        new("CTR043", "A success response has at most one media type.", SuccessMediaTypes),
        new("CTR044", "A response stands under a status code, an error class (4XX, 5XX) or 'default'.", UnknownStatuses),
        new("CTR045", "Each media type of a request or response has an example.", MissingExamples),
        new("CTR046", "Each example is of its schema's type: object, array, string and so on.", ExamplesOfAnotherType),
        new("CTR075", "A success response says what a method returns.", SuccessesWithoutResult),
        new("CTR076", "A request body is required, and a list in it is of texts.", UnsupportedRequestBodies),
    ];

    private static IEnumerable<Problem> RequestMediaTypes(Contract contract)
    {
        foreach (var body in contract.Objects(ObjectKind.RequestBody))
        {
            if (body.Node.Mapping("content") is not { Members: var types })
            {
                continue;
            }

            if (types.Count != 1)
            {
                yield return new(body.Node.PositionOf("content"), types.Count == 0
                    ? $"{body} has no media type: add one, such as application/json."
                    : $"{body} has {types.Count} media types ({Names(types)}), and a C# method sends one: keep one.");
            }

            foreach (var type in types)
            {
                if (type.Key.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
                {
                    yield return new(
                        type.Position,
                        $"{body} is a URL-encoded form, which is not supported: use application/json, or multipart/form-data for files.");
                }
            }
        }
    }

    private static IEnumerable<Problem> UnsupportedRequestBodies(Contract contract)
    {
        foreach (var body in contract.Objects(ObjectKind.RequestBody))
        {
            if (!body.Node.Flag("required"))
            {
                yield return new(
                    body.Position,
                    $"{body} may be left out, and a C# method sends its body always: say 'required: true', or make an operation for each.");
            }
        }

        foreach (var schema in contract.Objects(ObjectKind.Schema))
        {
            if (schema is { Role: "schema", Parent.Parent.Kind: ObjectKind.RequestBody }
                && schema.Node.Text("type") == "array"
                && schema.Node.Mapping("items")?.Text("type") != "string")
            {
                yield return new(
                    schema.Position,
                    $"{schema} is a list of something else than texts, which is not supported: put it into an object.");
            }
        }
    }

    private static IEnumerable<Problem> MissingSuccesses(Contract contract) =>
        from operation in contract.Operations
        where !operation.Responses.Any(static response => response.IsSuccess)
        select new Problem(
            operation.Node.Find("responses")?.Position ?? operation.Position,
            $"{operation} has no success response, so the C# method has nothing to return: add a '200' (or another 2xx) under "
            + "'responses'.");

    private static IEnumerable<Problem> SuccessesWithoutResult(Contract contract) =>
        from operation in contract.Operations
        where operation.Node.Text("x-csharp-type") is null
        let successes = operation.Responses.Where(static response => response.IsSuccess).ToList()
        where successes.Count > 0 && successes.All(static response => response.Node?.Mapping("content") is null)
        select new Problem(
            operation.Node.Find("responses")?.Position ?? operation.Position,
            $"{operation} answers with success and no body, so nothing says what the C# method returns: describe a body, such as an object "
            + "without required properties, which an answer may also leave out; or name a type in 'x-csharp-type' beside 'operationId'.");

    private static IEnumerable<Problem> SuccessMediaTypes(Contract contract) =>
        from operation in contract.Operations
        from response in operation.Responses
        where response.IsSuccess
        let types = response.Node?.MembersOf("content")
        where types is { Count: > 1 }
        select new Problem(
            response.Position,
            $"Response {response.Status} of {operation} has {types.Count} media types ({Names(types)}), and a C# method returns one type: "
            + "keep one, or make an operation for each.");

    private static string Names(IEnumerable<ContractMember> types) => string.Join(", ", types.Select(static type => type.Key));

    private static IEnumerable<Problem> UnknownStatuses(Contract contract) =>
        from operation in contract.Operations
        from response in operation.Responses
        where response.Status is not ("default" or "4XX" or "5XX" or [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'])
        select new Problem(
            response.Position,
            $"'{response.Status}' in the responses of {operation} is no status code: use a number such as '200', or '4XX', '5XX' or "
            + "'default' for errors.");

    private static IEnumerable<Problem> MissingExamples(Contract contract) =>
        from media in contract.Objects(ObjectKind.MediaType)
        where media.Node.Find("example") is null && media.Node.MembersOf("examples").Count == 0
        select new Problem(
            media.Position, $"{media} has no example, and examples feed the emulator and the tests: add one under 'examples'.");

    private static IEnumerable<Problem> ExamplesOfAnotherType(Contract contract) =>
        from media in contract.Objects(ObjectKind.MediaType)
        let schema = contract.Resolve(media.Node.Mapping("schema"))
        let type = schema?.Text("type")
        where type is not null
        from example in ExamplesOf(media, contract)
        where !Fits(example.Value, type, schema.Flag("nullable"))
        select new Problem(
            example.Position,
            $"{example.Name} is {example.Value.KindText}, but its schema says '{type}': correct the example or the schema.");

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
