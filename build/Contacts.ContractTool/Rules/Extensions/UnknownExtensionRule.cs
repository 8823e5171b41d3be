namespace Contacts.ContractTool;

public sealed class UnknownExtensionRule() : ContractRule("CTR070", "Each x- key is one that the templates know: " + string.Join(", ", ExtensionVocabulary.Known.Keys) + ".")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var (owner, member) in contract.Extensions)
        {
            if (!ExtensionVocabulary.Known.ContainsKey(member.Key))
            {
                findings.Add(this, member.Position,
                    $"'{member.Key}' of {owner} is not known to the generator, so it would be ignored: did you mean '{Spelling.Nearest(member.Key, ExtensionVocabulary.Known.Keys)}'? Correct or remove it.");
            }
        }
    }
}
