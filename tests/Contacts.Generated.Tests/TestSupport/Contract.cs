using System.Text.Json.Nodes;

namespace Contacts.Generated.Tests;

/// <summary>The contract itself, for tests that take their data from it.</summary>
internal static class Contract
{
    public static JsonObject Document { get; } = ContractDocument.Contacts.Root.Value!.AsObject();

    public static IReadOnlyList<string> OperationIds { get; } = [.. ContractDocument.Contacts.Operations.Select(operation => operation.Id)];

    /// <summary>Every named JSON example of a request or of a success.</summary>
    public static IReadOnlyList<ContractExample> Examples { get; } =
    [
        .. from operation in ContractDocument.Contacts.Operations
           from side in operation.Success.Content.Select(media => (IsRequest: false, Media: media))
               .Concat(operation.RequestContent.Select(media => (IsRequest: true, Media: media)))
           where side.Media.Type == "application/json"
           from example in side.Media.Examples
           select new ContractExample(
               operation.Id, example.Name, SchemaOf(side.Media.Schema), side.IsRequest, example.Value!.ToJsonString()),
    ];

    private static string? SchemaOf(ContractNode schema) =>
        schema.Pointer == "#/components/schemas/" + schema.Name ? schema.Name : schema.Find("items") is { } items ? SchemaOf(items) : null;
}

/// <summary>A named example of the contract, as JSON.</summary>
/// <param name="Operation">The operation whose request or answer it is.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Schema">The name of the schema, or of the schema of its items; null if it is none of the contract's objects.</param>
/// <param name="IsRequest">Whether it is sent rather than received.</param>
/// <param name="Json">The example.</param>
public sealed record ContractExample(string Operation, string Name, string? Schema, bool IsRequest, string Json)
{
    public override string ToString() => $"{Operation}: {Name}";
}
