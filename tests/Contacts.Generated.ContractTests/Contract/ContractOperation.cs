using System.Globalization;

namespace Contacts.Generated.ContractTests;

/// <summary>An operation of the contract, or the form of it that stands in when the first one fails.</summary>
internal sealed class ContractOperation
{
    private readonly string[] _segments;

    public ContractOperation(string path, string method, ContractNode node, ContractNode root)
    {
        Id = node.Text("operationId")!;
        Method = method.ToUpperInvariant();
        Path = path;
        Node = node;
        Parameters = [.. (node.Find("parameters")?.Items ?? []).Select(parameter => new ContractParameter(parameter))];
        RequestBody = node.Find("requestBody");
        RequestContent = RequestBody is null ? [] : ContractMedia.AllOf(RequestBody);
        Responses = [.. node["responses"].Members.Select(response => new ContractResponse(response.Key, response.Value))];
        Security = [.. (node.Find("security") ?? root["security"]).Items.Select(alternative => CredentialAlternative.Of(alternative, root))];
        _segments = path.Split('/');
    }

    private ContractOperation(ContractOperation operation, ContractNode fallback)
    {
        Id = operation.Id;
        Method = fallback.Text("method")!.ToUpperInvariant();
        Path = fallback.Text("path")!;
        Node = fallback;
        Parameters = operation.Parameters;
        RequestBody = fallback.Find("requestBody");
        RequestContent = RequestBody is null ? [] : [new ContractMedia("application/json", RequestBody)];
        Responses = operation.Responses;
        Security = operation.Security;
        IsFallback = true;
        _segments = Path.Split('/');
    }

    public string Id { get; }

    public string Method { get; }

    /// <summary>The path, with placeholders.</summary>
    public string Path { get; }

    public ContractNode Node { get; }

    public bool IsFallback { get; }

    public bool IsLiteral => !Path.Contains('{', StringComparison.Ordinal);

    public IReadOnlyList<ContractParameter> Parameters { get; }

    public ContractNode? RequestBody { get; }

    public IReadOnlyList<ContractMedia> RequestContent { get; }

    public IReadOnlyList<ContractResponse> Responses { get; }

    public ContractResponse Success => Responses.Single(response => response.IsSuccess);

    public IReadOnlyList<CredentialAlternative> Security { get; }

    /// <summary>The other form of the operation, from <c>x-fallback</c>.</summary>
    public ContractOperation? Fallback() => Node.Find("x-fallback") is { } fallback ? new ContractOperation(this, fallback) : null;

    /// <summary>Whether a status is one after which the other form is tried.</summary>
    public bool LeadsToFallback(int status) =>
        (Node.Find("x-fallback")?["when"].Items ?? []).Any(item => item.Value!.ToJsonString() == status.ToString(CultureInfo.InvariantCulture));

    public ContractResponse? ResponseFor(int status) =>
        Responses.FirstOrDefault(response => response.Covers(status) && !response.Status.EndsWith("XX", StringComparison.Ordinal))
        ?? Responses.FirstOrDefault(response => response.Covers(status));

    /// <summary>The values of the placeholders, still encoded; null for another path.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var segments = path.Split('/');
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var index = 0; index < segments.Length; index++)
        {
            if (_segments[index].StartsWith('{') && segments[index].Length > 0)
            {
                values[_segments[index][1..^1]] = segments[index];
            }
            else if (_segments[index] != segments[index])
            {
                return null;
            }
        }

        return values;
    }
}
