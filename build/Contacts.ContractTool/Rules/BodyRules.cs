namespace Contacts.ContractTool;

/// <summary>The bodies of requests and responses.</summary>
internal static class BodyRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR042", "Each operation has a success response.", Severity.Warning, contract =>
            from operation in contract.Operations
            where !operation.Responses.Any(static response => response.Status is ['2', _, _] or "default")
            select operation.Problem(
                "responses",
                "has no success response, so the C# method returns nothing: add a '200' (or another 2xx) under 'responses'.")),
        new("CTR043", "A media type is a type and a subtype, such as application/json.", contract =>
            from media in contract.Objects(ObjectKind.MediaType)
            where media.Role == "content" && !media.Name.Contains('/', StringComparison.Ordinal)
            select media.Problem("is not a media type, so it is unknown how to write the body: use one such as 'application/json'.")),
        new("CTR044", "The key of a response is a status code, a class of them (2XX, 5XX) or 'default'.", Severity.Warning, contract =>
            from operation in contract.Operations
            from response in operation.Responses
            where response.Status is not ("default" or [>= '1' and <= '5', 'X' or 'x', 'X' or 'x']
                or [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'])
            select new Problem(
                response.Position,
                $"'{response.Status}' in the responses of {operation} is not a status code, so it is left out: use a number such as "
                + "'200', or "
                + "'4XX', '5XX' or 'default' for errors.")),
        new("CTR045", "Each media type of a request or response has an example.", Severity.Warning, contract =>
            from media in contract.Objects(ObjectKind.MediaType)
            where media.Node.Find("example") is null && media.Node.MembersOf("examples").Count == 0
            select media.Problem("has no example, which the emulator and the tests need: add one under 'examples'.")),
        new("CTR046", "Each example is of its schema's type: object, array, string and so on.", Severity.Warning, contract =>
            from media in contract.Objects(ObjectKind.MediaType)
            let schema = contract.Resolve(media.Node.Mapping("schema"))
            let type = schema?.Text("type")
            where type is not null
            from example in ExamplesOf(media, contract)
            where !Fits(example.Value, type, schema.Flag("nullable"))
            select new Problem(
                example.Position,
                $"{example.Name} is {example.Value.KindText}, but its schema says '{type}': correct the example or the schema.")),
    ];

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
