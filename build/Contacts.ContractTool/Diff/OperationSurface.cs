namespace Contacts.ContractTool;

/// <summary>What an operation is in C#: a method, and perhaps a class with its optional parameters.</summary>
public sealed class OperationSurface(Operation operation, Contract contract)
{
    private const string Prefix = "Contacts";

    public string Name => CSharpNaming.Pascal(operation.Id!);

    public string Method => $"ContactsClient.{Name}Async";

    public string OptionsType => $"{Prefix}{Name}Options";

    public bool HasOptions => operation.Parameters.Any(static parameter => !parameter.IsRequired);

    /// <summary>The method's declaration, without what every method ends in.</summary>
    public string Signature => $"Task<{Result}> {Name}Async({string.Join(", ", Arguments())})";

    private string Result
    {
        get
        {
            if (operation.Site.Node.Text("x-csharp-type") is { } given)
            {
                return given;
            }

            var success = operation.Responses.FirstOrDefault(static response => response.IsSuccess)?.Node;
            var media = MediaTypes.Of(success).FirstOrDefault().Media;
            return media is null ? "void" : CSharpTypes.Of(media.Mapping("schema"), contract);
        }
    }

    private IEnumerable<string> Arguments()
    {
        foreach (var parameter in operation.Parameters.Where(static parameter => parameter.IsRequired))
        {
            yield return $"{CSharpTypes.Of(parameter.Node.Mapping("schema"), contract)} {Camel(parameter.CSharpName)}";
        }

        foreach (var argument in BodyArguments())
        {
            yield return argument;
        }

        if (HasOptions)
        {
            yield return $"{OptionsType}? options";
        }
    }

    private IEnumerable<string> BodyArguments()
    {
        var (media, content) = MediaTypes.Of(operation.RequestBody).FirstOrDefault();
        var schema = content?.Mapping("schema");
        if (media == "multipart/form-data")
        {
            foreach (var part in schema?.Mapping("properties")?.Members ?? [])
            {
                yield return $"{CSharpTypes.Of(part.Value as ContractMapping, contract)} {Camel(CSharpNaming.Pascal(part.Key))}";
            }
        }
        else if (schema is not null)
        {
            var type = schema.Find("x-csharp-single") is null ? CSharpTypes.Of(schema, contract, "IEnumerable") : "string";
            yield return $"{type}{(operation.RequestBody!.Flag("required") ? "" : "?")} {operation.RequestBody.Text("x-name") ?? "body"}";
        }
    }

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
