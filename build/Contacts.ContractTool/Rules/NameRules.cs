namespace Contacts.ContractTool;

/// <summary>Names that the contract gives, which must be C# identifiers.</summary>
internal static class NameRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR065", "Each x-csharp-name and x-name is a C# identifier and not a keyword.", contract =>
            from extension in contract.Extensions
            let member = extension.Member
            where member.Key is CSharpNaming.Extension or "x-name" && !(member.Text is { } name && CSharpNaming.IsIdentifier(name))
            select new Problem(
                member.Position,
                $"The {member.Key} '{member.Text}' of {extension.Owner} cannot be a name in C#: use letters, digits and '_', beginning "
                + "with a letter, and not a keyword.")),
    ];
}
