namespace Contacts.ContractTool;

/// <summary>Walks a document along the grammar, once, and keeps what the rules ask for.</summary>
public sealed class ContractWalker
{
    private readonly Dictionary<ObjectKind, List<Site>> _sites = [];
    private readonly List<Extension> _extensions = [];
    private readonly List<Oddity> _oddities = [];

    private ContractWalker()
    {
    }

    public static Contract Walk(ContractMapping root, IReadOnlyCollection<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(root);
        var walker = new ContractWalker();
        walker.Visit(new Site(ObjectKind.Document, root, "", "", root.Position, Parent: null));
        return new Contract(root, walker._sites, walker._extensions, walker._oddities, reserved);
    }

    private void Visit(Site site)
    {
        if (!_sites.TryGetValue(site.Kind, out var sites))
        {
            _sites[site.Kind] = sites = [];
        }

        sites.Add(site);
        var grammar = Grammar.Of(site.Kind);
        foreach (var member in site.Node.Members)
        {
            if (member.IsExtension)
            {
                _extensions.Add(new Extension(site, member));
            }
            else if (member.Key == "$ref" && grammar.Section is not null)
            {
                Expect(member.Value is ContractScalar { Kind: ScalarKind.Text }, site, member, "a string");
            }
            else if (grammar.Keys.TryGetValue(member.Key, out var key))
            {
                VisitValue(site, member, key);
            }
            else
            {
                _oddities.Add(new Oddity(site, member.Position, member.Key, member.Value, Expected: null));
            }
        }
    }

    private void VisitValue(Site site, ContractMember member, KeyGrammar key)
    {
        switch (key.Shape)
        {
            case Shape.Text:
                Expect(member.Text is not null, site, member, "a string");
                break;
            case Shape.Flag:
                Expect(member.Value is ContractScalar { Kind: ScalarKind.Boolean }, site, member, "true or false");
                break;
            case Shape.Number:
                Expect(member.Value is ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number }, site, member, "a number");
                break;
            case Shape.DataList:
                Expect(member.Value is ContractSequence, site, member, "a list");
                break;
            case Shape.TextList:
                Expect(member.Value is ContractSequence texts && texts.Scalars.Count() == texts.Items.Count, site, member, "a list of strings");
                break;
            case Shape.ObjectOrFlag when member.Value is ContractScalar { Kind: ScalarKind.Boolean }:
            case Shape.Data:
                break;
            case Shape.ObjectList:
                VisitList(site, member, key.Kind);
                break;
            case Shape.ObjectMap or Shape.ExtensibleMap:
                VisitMap(site, member, key);
                break;
            default:
                VisitObject(site, member, key.Kind, member.Key, member.Key, member);
                break;
        }
    }

    private void VisitList(Site site, ContractMember member, ObjectKind kind)
    {
        if (Expect(member.Value is ContractSequence, site, member, "a list"))
        {
            var index = 0;
            foreach (var item in ((ContractSequence)member.Value).Items)
            {
                var name = $"{member.Key}[{index++}]";
                VisitObject(site, member, kind, name, name, new ContractMember(name, item.Position, item));
            }
        }
    }

    private void VisitMap(Site site, ContractMember member, KeyGrammar key)
    {
        if (Expect(member.Value is ContractMapping, site, member, "a mapping"))
        {
            foreach (var entry in ((ContractMapping)member.Value).Members)
            {
                if (entry.IsExtension && key.Shape == Shape.ExtensibleMap)
                {
                    _extensions.Add(new Extension(site, entry));
                }
                else
                {
                    VisitObject(site, member, key.Kind, entry.Key, $"{member.Key}.{entry.Key}", entry);
                }
            }
        }
    }

    private void VisitObject(Site site, ContractMember member, ObjectKind kind, string name, string shownKey, ContractMember entry)
    {
        if (entry.Value is ContractMapping node)
        {
            Visit(new Site(kind, node, member.Key, name, entry.Position, site));
        }
        else
        {
            _oddities.Add(new Oddity(site, entry.Position, shownKey, entry.Value, "a mapping"));
        }
    }

    private bool Expect(bool holds, Site site, ContractMember member, string expected)
    {
        if (!holds)
        {
            _oddities.Add(new Oddity(site, member.Position, member.Key, member.Value, expected));
        }

        return holds;
    }
}
