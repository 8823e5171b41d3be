namespace Contacts.Generated.ContractTests;

/// <summary>Credentials that are sent together, as one of the alternatives that the contract allows.</summary>
internal sealed record CredentialAlternative(string Name, IReadOnlyList<ContractNode> Schemes)
{
    public static CredentialAlternative Of(ContractNode alternative, ContractNode root)
    {
        var names = alternative.Members.Select(member => member.Key).ToList();
        return new CredentialAlternative(string.Join(" with ", names), [.. names.Select(name => root["components"]["securitySchemes"][name])]);
    }

    public bool IsSatisfiedBy(IReadOnlyDictionary<string, string> headers) => Schemes.All(scheme =>
        headers.TryGetValue(HeaderOf(scheme), out var value)
        && (scheme.Text("type") == "apiKey" ? value.Length > 0 : value.StartsWith("Bearer ", StringComparison.Ordinal) && value.Length > "Bearer ".Length));

    public IEnumerable<string> Headers() => Schemes.Select(HeaderOf);

    private static string HeaderOf(ContractNode scheme) => (scheme.Text("type"), scheme.Text("in"), scheme.Text("scheme")) switch
    {
        ("apiKey", "header", _) => scheme.Text("name")!,
        ("http", _, "bearer") => "Authorization",
        _ => throw new NotSupportedException($"The credential at {scheme.Pointer} is of a kind that the validator does not know."),
    };
}
