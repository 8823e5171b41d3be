namespace Contacts.ContractTool;

/// <summary>What a method returns.</summary>
/// <param name="Type">The type in C#; null if there is no result.</param>
/// <param name="Reader">The expression for its reader, in C#.</param>
/// <param name="Description">The text of its documentation.</param>
/// <param name="Cases">The members of a type that has one for each status; none for any other type.</param>
internal sealed record OperationResult(string? Type, string Reader, string Description, IReadOnlyList<OperationArgument> Cases);

/// <summary>Decides what a method returns, and how the response is read.</summary>
internal sealed class ResponseNormalizer(Contract contract, SchemaRegistry schemas, Findings findings)
{
    private static readonly MediaKind[] _preferred =
        [MediaKind.Json, MediaKind.Text, MediaKind.Binary, MediaKind.Form, MediaKind.Multipart];

    private readonly ResponseRewriter _rewriter = new(contract, schemas);

    /// <summary>Determines what a method returns.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">Its name in C#.</param>
    /// <param name="hasEnvelope">Whether the service wraps what the contract describes in an envelope.</param>
    /// <param name="responses">The responses in the normalized document.</param>
    public OperationResult Normalize(Operation operation, string name, bool hasEnvelope, out ContractMapping responses)
    {
        responses = new ContractMapping(operation.Node.Mapping("responses")?.Position ?? operation.Position);
        var successes = SuccessesOf(operation);
        var values = new List<ReturnedValue>();
        foreach (var response in operation.Responses.Where(static response => response.Node is not null))
        {
            var isSuccess = successes.Contains(response);
            var value = isSuccess ? Read(operation, name, response, isOnly: successes.Count == 1) : null;
            if (value is not null)
            {
                values.Add(value);
            }

            responses.Add(new ContractMember(response.Status, response.Position, _rewriter.Rewrite(response.Node!, value, isSuccess)));
        }

        if (operation.Text("x-csharp-type") is { } given)
        {
            return Given(given, operation, values.FirstOrDefault(), hasEnvelope);
        }

        var bodies = values.Where(static value => value.Use is not null || value.Kind is not null).ToList();
        var empty = values.Except(bodies).ToList();
        var words = CSharpText.Words((bodies.FirstOrDefault() ?? values.FirstOrDefault())?.Response.Node?.Text("description"));
        return bodies.GroupBy(static value => value.Type).ToList() switch
        {
            [] => new(
                null, "ResponseReader.Nothing()", words.Length > 0 ? words : "A task that completes when the call has succeeded.", []),
            [var only] => One(only.First(), empty, operation, words, hasEnvelope && successes.Count == 1),
            _ => Several(operation, name, bodies, empty),
        };
    }

    /// <summary>The responses that a method returns: those of success, or the only one that stands for all statuses.</summary>
    private static List<OperationResponse> SuccessesOf(Operation operation)
    {
        var successes = operation.Responses.Where(static response => response.Status is ['2', _, _]).ToList();
        if (successes.Count == 0)
        {
            successes = [.. operation.Responses.Where(static response => response.Status == "default")];
        }

        return successes;
    }

    private ReturnedValue? Read(Operation operation, string name, OperationResponse response, bool isOnly)
    {
        var content = response.Node!.MembersOf("content");
        if (operation.Name == "head" || content.Count == 0 || response.Status is "204" or "205")
        {
            return new(response, null, null, null, "");
        }

        var choice = MediaChoice.Of(content, contract, _preferred);
        if (choice.Chosen is not { } media)
        {
            findings.Add(OperationFindings.Refused, new Problem(
                response.Position,
                $"response {response.Status} of {operation} has only media types that no method can return ({MediaChoice.Names(content)}): "
                + "add one such as application/json, or call the operation with SendAsync and set 'x-csharp-skip: true'."));
            return null;
        }

        if (choice.LeftOut.Count > 0)
        {
            findings.Add(OperationFindings.LeftOut, new Problem(
                response.Position,
                $"response {response.Status} of {operation} is requested as {media.Key}; {MediaChoice.Names(choice.LeftOut)} is left "
                + "out."));
        }

        var owner = isOnly ? name : name + NameOf(response.Status);
        var schema = (media.Value as ContractMapping)?.Find("schema")?.Value;
        return choice.Kind switch
        {
            MediaKind.Json => Json(response, media, schema, owner),
            MediaKind.Text or MediaKind.Form => new(response, media, MediaKind.Text, null, "string"),
            _ => new(response, media, MediaKind.Binary, null, "DownloadContent"),
        };
    }

    private ReturnedValue Json(OperationResponse response, ContractMember media, ContractNode? schema, string owner)
    {
        var isList = schema is ContractMapping mapping && SchemaKinds.TypeOf(schemas.Simple(mapping)) == "array";
        var use = schemas.Use(schema, isList ? owner : owner + "Response");
        return new(response, media, MediaKind.Json, use, use.Type.Kind == TypeKind.Any ? "object" : use.Type.Name);
    }

    /// <summary>The type that the document states for the method; it may be written by hand.</summary>
    private OperationResult Given(string type, Operation operation, ReturnedValue? value, bool hasEnvelope)
    {
        var words = CSharpText.Words(value?.Response.Node?.Text("description"));
        if (value?.Kind == MediaKind.Binary)
        {
            return new(type, type + ".ResponseReader", words, []);
        }

        schemas.Serializable.Add(type);
        const string List = "IReadOnlyList<";
        var csharp = type.StartsWith(List, StringComparison.Ordinal)
            ? CSharpType.List(new CSharpType(TypeKind.Model, type[List.Length..^1]))
            : new CSharpType(TypeKind.Model, type);
        var reader = value?.Use is null
            ? $"ResponseReader.Acknowledgement<{type}>()"
            : hasEnvelope ? Unwrapping(operation, csharp, value) : Bare(csharp, value);
        return new(type, reader, words, []);
    }

    private OperationResult One(ReturnedValue value, List<ReturnedValue> empty, Operation operation, string words, bool hasEnvelope)
    {
        if (value.Kind == MediaKind.Binary)
        {
            return new(value.Type, ReaderOf(value), words, []);
        }

        var reader = hasEnvelope && value.Use is { } use && use.Type.Kind is TypeKind.Model or TypeKind.List
            ? Unwrapping(operation, value.Use!.Type, value)
            : ReaderOf(value);
        var isNullable = value.Use?.IsNullable == true;
        if (value.Use?.Type.Kind == TypeKind.Any)
        {
            return new("object?", reader, words, []);
        }

        if (empty.Count == 0 && !isNullable)
        {
            return new(value.Type, reader, words, []);
        }

        var statuses = empty.Select(static one => one.Response.Status is [_, 'X' or 'x', _] or "default" ? "0" : one.Response.Status)
            .Distinct()
            .Select(static status => ", " + status);
        var wrapped = $"ResponseReader.OrNull{(value.Use?.Type.IsValueType == true ? "Value" : "")}({reader}, "
            + $"allowsNull: {CSharpText.Flag(isNullable)}{string.Concat(statuses)})";
        return new(value.Type + "?", wrapped, $"{words} Null if the response has no value.".Trim(), []);
    }

    /// <summary>A type with the status, and a member for each response.</summary>
    private OperationResult Several(Operation operation, string name, List<ReturnedValue> bodies, List<ReturnedValue> empty)
    {
        if (bodies.Find(static value => value.Kind == MediaKind.Binary) is { } file)
        {
            findings.Add(OperationFindings.Refused, new Problem(
                file.Response.Position,
                $"response {file.Response.Status} of {operation} is a file, but another successful response is not: describe an "
                + "operation for each."));
        }

        var type = schemas.TakeName($"Contacts{name}Result", "Value");
        var cases = new List<string>();
        var members = new List<OperationArgument>();
        foreach (var value in bodies)
        {
            var member = NameOf(value.Response.Status);
            var words = CSharpText.Words(value.Response.Node?.Text("description"));
            var when = $"{words.TrimEnd('.')}. Null unless this is the response (status {value.Response.Status}).";
            members.Add(new(member, value.Type + "?", when.TrimStart('.', ' ')));
            var valueType = value.Use?.Type.Kind == TypeKind.Any ? "object?" : value.Type;
            cases.Add($"ResponseReader.Case<{type}, {valueType}>({StatusOf(value.Response.Status)}, {ReaderOf(value)}, "
                + $"static (status, value) => new(status) {{ {member} = value }})");
        }

        cases.AddRange(empty.Select(value =>
            $"ResponseReader.Case<{type}, Nothing>({StatusOf(value.Response.Status)}, ResponseReader.Nothing(), "
            + "static (status, _) => new(status))"));
        schemas.Serializable.Add(type);
        return new(type, $"ResponseReader.ByStatus({string.Join(", ", cases)})", "The response, by its status.", members);
    }

    private string ReaderOf(ReturnedValue value) => value.Kind switch
    {
        MediaKind.Binary => $"DownloadContent.ResponseReader({CSharpText.Literal(value.Media!.Key)})",
        MediaKind.Text => $"ResponseReader.Text({CSharpText.Literal(value.Media!.Key)})",
        _ => Bare(value.Use!.Type, value),
    };

    private string Bare(CSharpType type, ReturnedValue value)
    {
        var accept = CSharpText.Literal(value.Media!.Key);
        switch (type)
        {
            case { Kind: TypeKind.Any }:
                return $"ResponseReader.Any({accept})";
            case { Kind: TypeKind.Object }:
                schemas.Serializable.Add(type.Name);
                return $"ResponseReader.AnyObject({accept})";
            case { Kind: TypeKind.List, Item.Kind: TypeKind.Any }:
                return $"ResponseReader.AnyList({accept})";
            case { Kind: TypeKind.List, Item.Kind: TypeKind.Object }:
                return $"ResponseReader.AnyObjects({accept})";
            case { Kind: TypeKind.Model }:
                schemas.Serializable.Add(type.Name);
                return $"ResponseReader.Model<{type.Name}>({accept})";
            case { Kind: TypeKind.List, Item.Kind: TypeKind.Model }:
                schemas.Serializable.Add(type.Name);
                return $"ResponseReader.Models<{type.Item!.Name}>({accept})";
            default:
                schemas.Serializable.Add(type.Name);
                return $"ResponseReader.Value<{type.Name}>({accept})";
        }
    }

    /// <summary>
    /// The readers for a service that wraps what the contract describes in an envelope: a page, a list or one object. A write whose
    /// response has no required member is only acknowledged.
    /// </summary>
    private string Unwrapping(Operation operation, CSharpType type, ReturnedValue value)
    {
        schemas.Serializable.Add(type.Name);
        var schema = schemas.Simple(value.Schema!);
        if (type is { Kind: TypeKind.List, Item: { } item })
        {
            return $"ResponseReader.{(item.Kind is TypeKind.Model ? "List" : "Values")}<{item.Name}>()";
        }

        if (schema.Mapping("properties")?.Mapping("data") is { } data && SchemaKinds.TypeOf(schemas.Simple(data)) == "array")
        {
            return $"ResponseReader.Page<{type.Name}>()";
        }

        return schema.ScalarsOf("required").Any() || operation.Name is "get" or "head"
            ? $"ResponseReader.Object<{type.Name}>()"
            : $"ResponseReader.Acknowledgement<{type.Name}>()";
    }

    private static string StatusOf(string status) => status switch
    {
        "default" => "0",
        [var digit, 'X' or 'x', _] => digit.ToString(),
        _ => status,
    };

    private static string NameOf(string status) => status switch
    {
        "200" => "Ok",
        "201" => "Created",
        "202" => "Accepted",
        "203" => "NonAuthoritative",
        "206" => "PartialContent",
        "207" => "MultiStatus",
        "2XX" or "2xx" => "Success",
        "default" => "Other",
        _ => "Status" + status,
    };
}
