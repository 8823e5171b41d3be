namespace Contacts.ContractTool;

/// <summary>
/// Rewrites the operations of a document: parameters, body and responses in one form each, and beside them, in <c>x-csharp</c>, everything
/// that the templates print of an operation.
/// </summary>
/// <remarks>
/// The members of an operation's <c>x-csharp</c>: <c>name</c> of the method without Async, <c>id</c> in logs, <c>method</c> as C#,
/// <c>path</c>, <c>security</c> (if it differs from the document's), <c>summary</c>, <c>remarks</c>, <c>returns</c>, <c>example</c>;
/// <c>result</c>, the type that is returned (missing if there is none), <c>value</c>, the same for the request, <c>reader</c> as C#;
/// <c>arguments</c> (required), <c>optional</c> and <c>members</c> (of the class <c>options</c>), each with <c>name</c>, <c>declared</c>
/// type and <c>description</c>; <c>progress</c> if a file is sent; <c>statements</c> that fill the request; and <c>cases</c> of the class
/// <c>result</c> if its type depends on the status. None of the keys is <c>type</c>, since an object with that key is read as a schema.
/// </remarks>
internal sealed class OperationNormalizer(Contract contract, SchemaRegistry schemas, SdkNames sdk, Findings findings)
{
    private readonly bool _hasEnvelope = contract.Root.Flag("x-envelope");
    private readonly ParameterNormalizer _parameters = new(contract, schemas, findings);
    private readonly BodyNormalizer _bodies = new(contract, schemas, findings);
    private readonly ResponseNormalizer _responses = new(contract, schemas, findings);
    private readonly SecurityNormalizer _security = new(contract, findings);
    private readonly ServerNormalizer _servers = new(contract, findings);

    /// <summary>Rewrites the paths of a copy of the document.</summary>
    public void Normalize(ContractMapping root)
    {
        var operations = contract.Operations.Where(static operation => !operation.IsSkipped).ToList();
        var names = OperationNames.Assign(operations, sdk);
        foreach (var (operation, name) in operations.Zip(names))
        {
            if (root.Mapping("paths")?.Mapping(operation.Path)?.Mapping(operation.Name) is { } node)
            {
                Normalize(node, operation, name);
            }
        }

        _security.Write(root);
        foreach (var path in root.MembersOf("paths").Select(static member => member.Value).OfType<ContractMapping>())
        {
            path.Remove("parameters");
            foreach (var member in path.Members.ToList())
            {
                if (member.Value is ContractMapping operation && operation.Flag("x-csharp-skip"))
                {
                    path.Remove(member.Key);
                }
                else if (member.Value is ContractMapping other)
                {
                    SecurityNormalizer.Write(other, root.Mapping("components")?.Mapping("securitySchemes") ?? new(other.Position));
                }
            }
        }

        // Each operation now contains what they shared.
        foreach (var section in new[] { "parameters", "requestBodies", "responses", "headers", "links", "callbacks" })
        {
            root.Mapping("components")?.Remove(section);
        }

        root.Remove("webhooks");
        root.Set("x-base-path", _servers.BasePath);
        root.Set("x-csharp-security", _security.Service);
        if (root.Find("x-gateways") is null && ServerNormalizer.GatewaysOf(root).ToList() is { Count: > 0 } gateways)
        {
            root.Set("x-gateways", new ContractSequence(root.Position, gateways));
        }
    }

    private void Normalize(ContractMapping node, Operation operation, string name)
    {
        var code = new OperationCode();
        node.Set("parameters", _parameters.Normalize(operation, name, code));
        if (_bodies.Normalize(operation, name, code) is { } body)
        {
            node.Set("requestBody", body);
        }
        else
        {
            node.Remove("requestBody");
        }

        var result = _responses.Normalize(operation, name, _hasEnvelope, out var responses);
        node.Set("responses", responses);
        if (operation.Successes.Any(static response => response.Status == "206"))
        {
            code.Statements.Add("request.AllowsPartialContent = true;");
        }

        node.Remove("callbacks");
        if (operation.Id is null)
        {
            node.Set("operationId", char.ToLowerInvariant(name[0]) + name[1..]);
        }

        node.Set("x-csharp", Describe(operation, name, code, result));
    }

    private ContractMapping Describe(Operation operation, string name, OperationCode code, OperationResult result)
    {
        var csharp = new ContractMapping(operation.Node.Position);
        csharp.Set("name", name);
        csharp.Set("id", operation.Id ?? char.ToLowerInvariant(name[0]) + name[1..]);
        csharp.Set("method", operation.Name switch
        {
            "patch" => "new HttpMethod(\"PATCH\")",
            var method => "HttpMethod." + char.ToUpperInvariant(method[0]) + method[1..],
        });
        var path = _servers.PathOf(operation);
        csharp.Set("path", path);
        SetUnlessEmpty(csharp, "security", _security.PlanOf(operation));
        AddWords(csharp, operation, name, path.StartsWith('/') ? $"The request goes to {path} below the gateway." : "");
        csharp.Set("returns", result.Description);
        csharp.Set("value", result.Type ?? "Nothing");
        csharp.Set("reader", result.Reader);
        SetUnlessEmpty(csharp, "result", result.Type);
        SetUnlessEmpty(csharp, "arguments", code.Required);
        SetUnlessEmpty(csharp, "optional", code.Optional);
        if (code.Members.Count > 0)
        {
            csharp.Set("options", schemas.TakeName($"Contacts{name}Options", "Parameters"));
            SetUnlessEmpty(csharp, "members", code.Members);
        }

        if (code.SendsFiles)
        {
            csharp.Set("progress", flag: true);
        }

        if (operation.Flag("deprecated"))
        {
            csharp.Set("deprecated", flag: true);
        }

        csharp.Set("statements", new ContractSequence(
            operation.Position, code.Statements.Select(one => new ContractScalar(operation.Position, one, isPlain: false))));
        SetUnlessEmpty(csharp, "cases", result.Cases);
        return csharp;
    }

    private static void AddWords(ContractMapping csharp, Operation operation, string name, string whereTo)
    {
        var summary = CSharpText.Words(operation.Text("summary"));
        var description = CSharpText.Words(operation.Text("description"));
        csharp.Set("summary", summary.Length > 0 ? summary : OperationNames.Sentence(name, operation.Name, operation.Path));
        SetUnlessEmpty(csharp, "remarks", $"{description} {CSharpText.Words(operation.Text("x-csharp-remarks"))} {whereTo}".Trim());
        SetUnlessEmpty(csharp, "example", operation.Text("x-csharp-example"));
    }

    private static void SetUnlessEmpty(ContractMapping node, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            node.Set(key, text);
        }
    }

    private static void SetUnlessEmpty(ContractMapping node, string key, IReadOnlyCollection<OperationArgument> arguments)
    {
        if (arguments.Count > 0)
        {
            node.Set(key, new ContractSequence(node.Position, arguments.Select(one => one.ToNode(node.Position))));
        }
    }
}
