namespace Contacts.ContractTool;

public sealed class ExtensionValueRule() : ContractRule("CTR071", "Each x- key has a value of its form; x-csharp-access is 'internal' or absent.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var (owner, member) in contract.Extensions)
        {
            if (ExtensionVocabulary.Known.TryGetValue(member.Key, out var shape) && Expected(shape, member) is { } expected)
            {
                findings.Add(this, member.Position, $"'{member.Key}' of {owner} is {member.Value.KindText}: write {expected}.");
            }
            else if (member is { Key: "x-csharp-access", Text: not "internal" })
            {
                findings.Add(this, member.Position, $"The x-csharp-access '{member.Text}' of {owner} is not known: write 'internal', or leave it out for public.");
            }
        }
    }

    private static string? Expected(Shape shape, ContractMember member) => shape switch
    {
        Shape.Text when string.IsNullOrWhiteSpace(member.Text) => "a text that is not empty",
        Shape.Flag when member.Value is not ContractScalar { Kind: ScalarKind.Boolean } => "true or false",
        Shape.TextList when !IsTextList(member.Value) => "a list of strings",
        _ => null,
    };

    private static bool IsTextList(ContractNode node) => node is ContractSequence list
        && list.Items.All(static item => item is ContractScalar { Kind: ScalarKind.Text, Text.Length: > 0 });
}
