namespace Contacts.ContractTool;

/// <summary>What is different between a contract and the one that was released before it.</summary>
internal sealed class ContractComparer(Contract before, Contract after)
{
    private readonly Changes _changes = new();

    public IReadOnlyList<Change> Compare()
    {
        CompareDocuments();
        CompareOperations();
        CompareSchemas();
        return _changes.All;
    }

    private void CompareDocuments()
    {
        _changes.Words("the document", before.Root.Mapping("info"), after.Root.Mapping("info"), "title", "description");
        if (before.Root.Text("x-base-path") != after.Root.Text("x-base-path"))
        {
            _changes.Breaking("the service has another path below its gateway");
        }

        Changes.Compare(
            Gateways(before), Gateways(after), static gateway => gateway.Name,
            gone => _changes.Breaking($"the gateway {gone.Name} is gone", $"ContactsGateways.{gone.Name} is gone"),
            added => _changes.Addition($"the gateway {added.Name} is new", $"ContactsGateways.{added.Name} is new"),
            (older, newer) =>
            {
                if (older.Url != newer.Url)
                {
                    _changes.Addition($"the gateway {newer.Name} has another address", $"ContactsGateways.{newer.Name} has another value");
                }
            });
        Changes.Compare(
            before.Objects(ObjectKind.SecurityScheme), after.Objects(ObjectKind.SecurityScheme), static scheme => scheme.Name,
            gone => _changes.Breaking($"the credential {gone.Name} is no longer taken"),
            added => _changes.Addition($"the credential {added.Name} is taken too"));
    }

    private void CompareOperations() => Changes.Compare(
        Operations(before), Operations(after), static one => one.Id,
        gone => _changes.Breaking($"the operation {gone.Id} ({gone.Operation}) is gone", $"{gone.Method} is gone"),
        added => _changes.Addition($"the operation {added.Id} ({added.Operation}) is new", $"{added.Method} is new: {added.Signature}"),
        (older, newer) => new OperationComparer(older, newer, _changes).Compare());

    private void CompareSchemas()
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var media in after.Operations.SelectMany(static operation => MediaType.AllOf(operation.RequestBody)))
        {
            FindSent(media.Schema, sent);
        }

        Changes.Compare(
            Schemas(before), Schemas(after), static schema => schema.Name,
            gone => _changes.Breaking($"the schema {gone.Name} is gone", gone.IsSkipped ? null : $"the type {gone.Type} is gone"),
            added => _changes.Addition($"the schema {added.Name} is new", added.IsSkipped ? null : $"the type {added.Type} is new"),
            (older, newer) => new SchemaComparer(older, newer, sent.Contains(newer.Name), _changes).Compare());
    }

    /// <summary>Which component schemas are sent: there, a field that becomes required breaks who does not send it.</summary>
    private void FindSent(ContractMapping? schema, HashSet<string> sent)
    {
        if (schema?.Text("$ref") is { } text)
        {
            if (new Reference(text).Target is ("schemas", var name) && sent.Add(name))
            {
                FindSent(after.Resolve(schema), sent);
            }
        }
        else if (schema is not null)
        {
            FindSent(schema.Mapping("items"), sent);
            FindSent(schema.Mapping("additionalProperties"), sent);
            foreach (var property in schema.MembersOf("properties"))
            {
                FindSent(property.Value as ContractMapping, sent);
            }
        }
    }

    private static IEnumerable<(string Name, string? Url)> Gateways(Contract contract) =>
        from gateway in (contract.Root.Sequence("x-gateways")?.Items ?? []).OfType<ContractMapping>()
        select (gateway.Text("name") ?? "", gateway.Text("url"));

    private static IEnumerable<OperationSurface> Operations(Contract contract) =>
        from operation in contract.Operations
        where operation.Id is not null
        select new OperationSurface(operation, contract);

    private static IEnumerable<SchemaSurface> Schemas(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        where schema.IsComponent
        select new SchemaSurface(schema, contract);
}
