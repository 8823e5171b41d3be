using System.Globalization;

namespace Contacts.Generated.TestKit;

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
        Security =
            [.. (node.Find("security") ?? root["security"]).Items.Select(alternative => CredentialAlternative.Of(alternative, root))];
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
        (Node.Find("x-fallback")?["when"].Items ?? [])
            .Any(item => item.Value!.ToJsonString() == status.ToString(CultureInfo.InvariantCulture));

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

/// <summary>A parameter of an operation.</summary>
internal sealed class ContractParameter(ContractNode node)
{
    public ContractNode Node => node;

    public string Name { get; } = node.Text("name")!;

    /// <summary>Where it stands: path, query or header.</summary>
    public string Place { get; } = node.Text("in")!;

    public bool IsRequired { get; } = node.Flag("required");

    public ContractNode Schema { get; } = node["schema"];

    /// <summary>Whether it is a list whose name is repeated for each item, the one style of list that the contract uses.</summary>
    public bool IsRepeated { get; } = IsExplodedList(node);

    private static bool IsExplodedList(ContractNode node)
    {
        if (node["schema"].Text("type") != "array")
        {
            return false;
        }

        return (node.Text("style") ?? "form") == "form" && (node.Find("explode") is null || node.Flag("explode"))
            ? true
            : throw new NotSupportedException(
                $"The list at {node.Pointer} is not of the style form with explode, the one that the validator knows.");
    }
}

/// <summary>An answer that an operation declares.</summary>
internal sealed class ContractResponse(string status, ContractNode node)
{
    public ContractNode Node => node;

    /// <summary>A status such as <c>404</c>, or a range such as <c>5XX</c>.</summary>
    public string Status => status;

    public bool IsSuccess => status.StartsWith('2');

    public IReadOnlyDictionary<string, ContractNode> Headers { get; } =
        (node.Find("headers")?.Members ?? []).ToDictionary(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ContractMedia> Content { get; } = ContractMedia.AllOf(node);

    public bool Covers(int actual)
    {
        var text = actual.ToString(CultureInfo.InvariantCulture);
        return status.EndsWith("XX", StringComparison.Ordinal) ? text[0] == status[0] : text == status;
    }
}

/// <summary>Credentials that are sent together, as one of the alternatives that the contract allows.</summary>
internal sealed record CredentialAlternative(string Name, IReadOnlyList<ContractNode> Schemes)
{
    public static CredentialAlternative Of(ContractNode alternative, ContractNode root)
    {
        var names = alternative.Members.Select(member => member.Key).ToList();
        return new CredentialAlternative(
            string.Join(" with ", names), [.. names.Select(name => root["components"]["securitySchemes"][name])]);
    }

    public bool IsSatisfiedBy(IReadOnlyDictionary<string, string> headers) => Schemes.All(scheme =>
        headers.TryGetValue(HeaderOf(scheme), out var value)
        && (scheme.Text("type") == "apiKey" ? value.Length > 0 : value.StartsWith("Bearer ", StringComparison.Ordinal)
            && value.Length > "Bearer ".Length));

    public IEnumerable<string> Headers() => Schemes.Select(HeaderOf);

    private static string HeaderOf(ContractNode scheme) => (scheme.Text("type"), scheme.Text("in"), scheme.Text("scheme")) switch
    {
        ("apiKey", "header", _) => scheme.Text("name")!,
        ("http", _, "bearer") => "Authorization",
        _ => throw new NotSupportedException($"The credential at {scheme.Pointer} is of a kind that the validator does not know."),
    };
}
