namespace Contacts.ContractTool;

public sealed class ReferenceTargetRule() : ContractRule("CTR033", "Each $ref leads to a component of the kind that belongs there.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            foreach (var site in contract.Sites(kind))
            {
                if (Grammar.Of(kind).Section is { } section
                    && site.Node.Find("$ref") is { Text: { } text } member
                    && new Reference(text) is { IsLocal: true } reference)
                {
                    Check(contract, member.Position, reference, section, findings);
                }
            }
        }
    }

    private void Check(Contract contract, Position position, Reference reference, string section, Findings findings)
    {
        if (reference.Target is not var (targetSection, name) || targetSection != section)
        {
            findings.Add(this, position, $"$ref '{reference.Text}' does not point to '#/components/{section}/', where what belongs here stands: move the target there and point to it.");
        }
        else if (contract.Component(reference) is not { } target)
        {
            findings.Add(this, position, $"$ref '{reference.Text}' leads nowhere: {Remedy(contract, section, name)}");
        }
        else if (contract.Resolve(target) is null && contract.Component(new Reference(target.Text("$ref") ?? "")) is not null)
        {
            findings.Add(this, position, $"$ref '{reference.Text}' leads in a circle of references: let one of them say what it is.");
        }
    }

    private static string Remedy(Contract contract, string section, string name)
    {
        var known = contract.Root.Mapping("components")?.Mapping(section)?.Members.Select(static member => member.Key).ToArray() ?? [];
        return known.Length == 0
            ? $"add '{name}' under components/{section}."
            : $"add '{name}' under components/{section}, or did you mean '{Spelling.Nearest(name, known)}'?";
    }
}
