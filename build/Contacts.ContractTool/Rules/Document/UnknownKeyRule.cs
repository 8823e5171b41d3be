namespace Contacts.ContractTool;

public sealed class UnknownKeyRule() : ContractRule("CTR008", "Each key is one that OpenAPI 3.0 knows there.")
{
    private const int FarthestTypo = 2;

    public override void Check(Contract contract, Findings findings)
    {
        foreach (var oddity in contract.Oddities)
        {
            if (oddity.Expected is null)
            {
                findings.Add(this, oddity.Position, $"OpenAPI 3.0 knows no '{oddity.Key}' in a {Grammar.Of(oddity.Owner.Kind).Name}, so it would be ignored: {Remedy(oddity)}.");
            }
        }
    }

    private static string Remedy(Oddity oddity)
    {
        var nearest = Spelling.Nearest(oddity.Key, Grammar.Of(oddity.Owner.Kind).Keys.Keys);
        return Spelling.Distance(oddity.Key, nearest) <= FarthestTypo
            ? $"did you mean '{nearest}'? Correct or remove it"
            : "remove it, or check the indentation if it belongs elsewhere";
    }
}
