namespace Contacts.ContractTool;

public sealed class EnumNamesRule() : ContractRule("CTR073", "x-enumNames has a C# identifier of its own for each enum value.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Find("x-enumNames") is { Value: ContractSequence names } member)
            {
                Check(site, member.Position, names, findings);
            }
        }
    }

    private void Check(Site site, Position position, ContractSequence names, Findings findings)
    {
        if (site.Node.Sequence("enum") is not { } values)
        {
            findings.Add(this, position, $"{site} has x-enumNames but no 'enum': add the values, or remove the names.");
        }
        else if (values.Items.Count != names.Items.Count)
        {
            findings.Add(this, position, $"{site} has {values.Items.Count} enum values and {names.Items.Count} x-enumNames: write one name for each value, in the same order.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Scalars)
        {
            if (!CSharpNaming.IsIdentifier(name.Text) || ReservedMembers.OfObject.Contains(name.Text))
            {
                findings.Add(this, name.Position, $"'{name.Text}' under x-enumNames of {site} cannot be the name of a value in C#: use letters and digits, beginning with a capital.");
            }
            else if (!seen.Add(name.Text))
            {
                findings.Add(this, name.Position, $"'{name.Text}' stands twice under x-enumNames of {site}: give each value its own name.");
            }
        }
    }
}
