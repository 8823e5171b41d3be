namespace Contacts.ContractTool;

public sealed class OpenApiVersionRule() : ContractRule("CTR006", "'openapi' is a 3.0 version.")
{
    public override void Check(Contract contract, Findings findings)
    {
        if (contract.Root.Find("openapi") is not { Text: { } version } member)
        {
            return; // a missing or odd one is found by other rules
        }

        if (!version.StartsWith("3.0.", StringComparison.Ordinal))
        {
            findings.Add(this, member.Position, $"'openapi: {version}' is not supported: write the document as OpenAPI 3.0 and say 'openapi: 3.0.3'.");
        }
    }
}
