namespace Contacts.ContractTool;

/// <summary>Which component schemas are sent: there, a field that becomes required breaks who does not send it.</summary>
public sealed class SchemaUse
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public SchemaUse(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        foreach (var operation in contract.Operations)
        {
            foreach (var (_, media) in MediaTypes.Of(operation.RequestBody))
            {
                Follow(media.Mapping("schema"), contract);
            }
        }
    }

    public bool IsSent(string schema) => _sent.Contains(schema);

    private void Follow(ContractMapping? schema, Contract contract)
    {
        if (schema is null)
        {
            return;
        }

        if (schema.Text("$ref") is { } text)
        {
            if (new Reference(text).Target is ("schemas", var name) && _sent.Add(name))
            {
                Follow(contract.Resolve(schema), contract);
            }

            return;
        }

        Follow(schema.Mapping("items"), contract);
        Follow(schema.Mapping("additionalProperties"), contract);
        foreach (var property in schema.Mapping("properties")?.Members ?? [])
        {
            Follow(property.Value as ContractMapping, contract);
        }
    }
}
