namespace Contacts.ContractTool;

/// <summary>The responses of an operation before and after. What a result is in C# is part of the method's signature.</summary>
public sealed class ResponseComparer(ComparedOperation before, ComparedOperation after, Changes changes)
{
    public void Compare()
    {
        var older = ByStatus(before);
        var newer = ByStatus(after);
        foreach (var (status, response) in older)
        {
            if (newer.TryGetValue(status, out var same))
            {
                Compare(status, response, same);
            }
            else
            {
                changes.Add(response.IsSuccess ? ChangeKind.Breaking : ChangeKind.Addition, $"{after.Id} no longer answers {status}", csharp: null);
            }
        }

        foreach (var status in newer.Keys.Except(older.Keys, StringComparer.Ordinal))
        {
            changes.Addition($"{after.Id} may answer {status}");
        }
    }

    private void Compare(string status, OperationResponse older, OperationResponse newer)
    {
        var name = $"the answer {status} of {after.Id}";
        var now = MediaTypes.Of(newer.Node).ToDictionary(static one => one.Name, static one => SchemaText.Of(one.Media.Mapping("schema")), StringComparer.Ordinal);
        var was = MediaTypes.Of(older.Node).ToDictionary(static one => one.Name, static one => SchemaText.Of(one.Media.Mapping("schema")), StringComparer.Ordinal);
        foreach (var (type, schema) in was)
        {
            if (!now.TryGetValue(type, out var same))
            {
                changes.Add(older.IsSuccess ? ChangeKind.Breaking : ChangeKind.Addition, $"{name} no longer comes as {type}", csharp: null);
            }
            else if (same != schema)
            {
                changes.Breaking($"{name} is {same} and was {schema}");
            }
        }

        foreach (var type in now.Keys.Except(was.Keys, StringComparer.Ordinal))
        {
            changes.Addition($"{name} may come as {type}");
        }

        CompareHeaders(name, older, newer);
        if (older.Node is { } oldNode && newer.Node is { } newNode)
        {
            changes.Words(name, oldNode, newNode, "description");
        }
    }

    private void CompareHeaders(string name, OperationResponse older, OperationResponse newer)
    {
        var was = Headers(older);
        var now = Headers(newer);
        foreach (var header in was.Except(now, StringComparer.OrdinalIgnoreCase))
        {
            changes.Breaking($"{name} no longer has the header {header}");
        }

        foreach (var header in now.Except(was, StringComparer.OrdinalIgnoreCase))
        {
            changes.Addition($"{name} has the header {header}");
        }
    }

    private static List<string> Headers(OperationResponse response) =>
        [.. (response.Node?.Mapping("headers")?.Members ?? []).Select(static member => member.Key)];

    private static Dictionary<string, OperationResponse> ByStatus(ComparedOperation operation) =>
        operation.Operation.Responses.ToDictionary(static response => response.Status, StringComparer.Ordinal);
}
