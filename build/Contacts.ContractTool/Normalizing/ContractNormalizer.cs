namespace Contacts.ContractTool;

/// <summary>
/// Turns a contract into the plain form that the templates read: one document of OpenAPI 3.0 in which everything that becomes C# has its
/// C# name and type.
/// </summary>
internal sealed class ContractNormalizer
{
    /// <summary>The normalized document; the contract stays as it is.</summary>
    public static ContractMapping Normalize(Contract contract, SdkNames sdk, Findings findings)
    {
        var root = contract.Root.Clone();
        return root;
    }
}
