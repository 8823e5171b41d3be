namespace Contacts.ContractTool;

/// <summary>What is different between a contract and the one that was released before it.</summary>
internal sealed class ContractComparer(Contract before, Contract after)
{
    private readonly Changes _changes = new();

    public IReadOnlyList<Change> Compare()
    {
        CompareDocuments();
        CompareGateways();
        CompareCredentials();
        CompareOperations();
        CompareSchemas();
        return _changes.All;
    }

    private void CompareDocuments()
    {
        if (before.Root.Mapping("info") is { } oldInfo && after.Root.Mapping("info") is { } newInfo)
        {
            _changes.Words("the document", oldInfo, newInfo, "title", "description");
        }

        if (before.Root.Text("x-base-path") != after.Root.Text("x-base-path"))
        {
            _changes.Breaking("the service has another path below its gateway");
        }
    }

    private void CompareGateways()
    {
        foreach (var (older, newer) in Pairs.Of(Gateways(before), Gateways(after), static gateway => gateway.Text("name") ?? ""))
        {
            var name = (older ?? newer)!.Text("name") ?? "";
            var member = $"ContactsGateways.{name}";
            if (newer is null)
            {
                _changes.Breaking($"the gateway {name} is gone", $"{member} is gone");
            }
            else if (older is null)
            {
                _changes.Addition($"the gateway {name} is new", $"{member} is new");
            }
            else if (older.Text("url") != newer.Text("url"))
            {
                _changes.Addition($"the gateway {name} has another address", $"{member} has another value");
            }
        }
    }

    private void CompareCredentials()
    {
        foreach (var (older, newer) in Pairs.Of(Names(before), Names(after), static name => name))
        {
            if (newer is null)
            {
                _changes.Breaking($"the credential {older} is no longer taken");
            }
            else if (older is null)
            {
                _changes.Addition($"the credential {newer} is taken too");
            }
        }

        static IEnumerable<string> Names(Contract contract) =>
            contract.Objects(ObjectKind.SecurityScheme).Select(static scheme => scheme.Name);
    }

    private void CompareOperations()
    {
        foreach (var (older, newer) in Pairs.Of(Operations(before), Operations(after), static one => one.Id))
        {
            if (newer is null)
            {
                _changes.Breaking($"the operation {older!.Id} ({older.Operation}) is gone", $"{older.Method} is gone");
            }
            else if (older is null)
            {
                _changes.Addition($"the operation {newer.Id} ({newer.Operation}) is new", $"{newer.Method} is new: {newer.Signature}");
            }
            else
            {
                new OperationComparer(older, newer, _changes).Compare();
            }
        }
    }

    private void CompareSchemas()
    {
        var sent = new SentSchemas(after);
        foreach (var (older, newer) in Pairs.Of(Schemas(before), Schemas(after), static schema => schema.Name))
        {
            if (newer is null)
            {
                _changes.Breaking($"the schema {older!.Name} is gone", older.IsSkipped ? null : $"the type {older.Type} is gone");
            }
            else if (older is null)
            {
                _changes.Addition($"the schema {newer.Name} is new", newer.IsSkipped ? null : $"the type {newer.Type} is new");
            }
            else
            {
                new SchemaComparer(older, newer, sent.Contain(newer.Name), _changes).Compare();
            }
        }
    }

    private static IEnumerable<ContractMapping> Gateways(Contract contract) =>
        (contract.Root.Sequence("x-gateways")?.Items ?? []).OfType<ContractMapping>();

    private static IEnumerable<OperationSurface> Operations(Contract contract) => contract.Operations
        .Where(static operation => operation.Id is not null)
        .Select(operation => new OperationSurface(operation, contract));

    private static IEnumerable<SchemaSurface> Schemas(Contract contract) => contract.Objects(ObjectKind.Schema)
        .Where(static schema => schema.IsComponent)
        .Select(schema => new SchemaSurface(schema, contract));
}

/// <summary>Which component schemas are sent: there, a field that becomes required breaks who does not send it.</summary>
internal sealed class SentSchemas
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public SentSchemas(Contract contract)
    {
        foreach (var media in contract.Operations.SelectMany(static operation => MediaTypes.Of(operation.RequestBody)))
        {
            Follow(media.Schema, contract);
        }
    }

    public bool Contain(string schema) => _names.Contains(schema);

    private void Follow(ContractMapping? schema, Contract contract)
    {
        if (schema?.Text("$ref") is { } text)
        {
            if (new Reference(text).Target is ("schemas", var name) && _names.Add(name))
            {
                Follow(contract.Resolve(schema), contract);
            }
        }
        else if (schema is not null)
        {
            Follow(schema.Mapping("items"), contract);
            Follow(schema.Mapping("additionalProperties"), contract);
            foreach (var property in schema.MembersOf("properties"))
            {
                Follow(property.Value as ContractMapping, contract);
            }
        }
    }
}
