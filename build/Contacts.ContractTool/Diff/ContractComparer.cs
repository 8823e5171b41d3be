namespace Contacts.ContractTool;

/// <summary>What is different between a contract and the one that was released before it.</summary>
public sealed class ContractComparer(Contract before, Contract after)
{
    public IReadOnlyList<Change> Compare()
    {
        var changes = new Changes();
        new DocumentComparer(before, after, changes).Compare();
        CompareOperations(changes);
        CompareSchemas(changes);
        return changes.All;
    }

    private void CompareOperations(Changes changes)
    {
        var newer = ById(after);
        var older = ById(before);
        foreach (var (id, operation) in older)
        {
            if (newer.TryGetValue(id, out var same))
            {
                new OperationComparer(new(operation, before), new(same, after), changes).Compare();
            }
            else
            {
                changes.Breaking($"the operation {id} ({operation}) is gone", $"{new OperationSurface(operation, before).Method} is gone");
            }
        }

        foreach (var (id, operation) in newer.Where(one => !older.ContainsKey(one.Key)))
        {
            var surface = new OperationSurface(operation, after);
            changes.Addition($"the operation {id} ({operation}) is new", $"{surface.Method} is new: {surface.Signature}");
        }
    }

    private void CompareSchemas(Changes changes)
    {
        var newer = ByName(after);
        var older = ByName(before);
        var use = new SchemaUse(after);
        foreach (var (name, schema) in older)
        {
            if (newer.TryGetValue(name, out var same))
            {
                new SchemaComparer(new(name, schema, before), new(name, same, after), use.IsSent(name), changes).Compare();
            }
            else
            {
                changes.Breaking($"the schema {name} is gone", schema.IsSkipped ? null : $"the type {CSharpNaming.Pascal(name)} is gone");
            }
        }

        foreach (var (name, schema) in newer.Where(one => !older.ContainsKey(one.Key)))
        {
            changes.Addition($"the schema {name} is new", schema.IsSkipped ? null : $"the type {CSharpNaming.Pascal(name)} is new");
        }
    }

    private static Dictionary<string, Operation> ById(Contract contract) =>
        contract.Operations.Where(static operation => operation.Id is not null).ToDictionary(static operation => operation.Id!, StringComparer.Ordinal);

    private static Dictionary<string, Site> ByName(Contract contract) =>
        contract.Sites(ObjectKind.Schema).Where(static site => site.IsComponent).ToDictionary(static site => site.Name, StringComparer.Ordinal);
}
