using System.Globalization;

namespace Contacts.Generated.ContractTests;

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
