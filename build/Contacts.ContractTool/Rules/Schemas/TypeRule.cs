namespace Contacts.ContractTool;

public sealed class TypeRule() : ContractRule("CTR030", "Each type is string, integer, number, boolean, array or object.")
{
    private static readonly string[] _types = ["string", "integer", "number", "boolean", "array", "object"];

    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Find("type") is { Text: { } type } member && !_types.Contains(type))
            {
                findings.Add(this, member.Position, $"{site} has the type '{type}', which does not exist: did you mean '{Nearest(type)}'? Use {string.Join(", ", _types[..^1])} or {_types[^1]}.");
            }
        }
    }

    private static string Nearest(string type) => type switch
    {
        "int" or "long" => "integer",
        "float" or "double" or "decimal" => "number",
        "file" or "date" or "null" or "uuid" => "string",
        "list" => "array",
        "map" => "object",
        _ => Spelling.Nearest(type, _types),
    };
}
