namespace Contacts.ContractTool;

/// <summary>Walks a document along the table of OpenAPI's objects, once, and keeps what the rules ask for.</summary>
internal sealed class ContractWalker
{
    private readonly List<OpenApiObject> _objects = [];
    private readonly List<Extension> _extensions = [];
    private readonly List<InvalidMember> _invalidMembers = [];

    public ContractWalker(ContractMapping root) =>
        Visit(new OpenApiObject(ObjectKind.Document, root, "", "", root.Position, Parent: null));

    public IReadOnlyList<OpenApiObject> Objects => _objects;

    public IReadOnlyList<Extension> Extensions => _extensions;

    public IReadOnlyList<InvalidMember> InvalidMembers => _invalidMembers;

    private void Visit(OpenApiObject owner)
    {
        _objects.Add(owner);
        var specification = OpenApiSpecification.Of(owner.Kind);
        foreach (var member in owner.Node.Members)
        {
            if (member.IsExtension)
            {
                _extensions.Add(new Extension(owner, member));
            }
            else if (member.Key == "$ref" && specification.Section is not null)
            {
                Expect(member.Value is ContractScalar { Kind: ScalarKind.Text }, owner, member, "a string");
            }
            else if (specification.Fields.TryGetValue(member.Key, out var field))
            {
                VisitField(owner, member, field);
            }
            else
            {
                _invalidMembers.Add(new InvalidMember(owner, member.Position, member.Key, member.Value, Expected: null));
            }
        }
    }

    private void VisitField(OpenApiObject owner, ContractMember member, Field field)
    {
        switch (field.Type, member.Value)
        {
            case (FieldType.Any, _):
            case (FieldType.ObjectOrFlag, ContractScalar { Kind: ScalarKind.Boolean }):
                break;
            case (FieldType.Text, _):
                Expect(member.Text is not null, owner, member, "a string");
                break;
            case (FieldType.Flag, var value):
                Expect(value is ContractScalar { Kind: ScalarKind.Boolean }, owner, member, "true or false");
                break;
            case (FieldType.Number, var value):
                Expect(value is ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number }, owner, member, "a number");
                break;
            case (FieldType.TextList, var value):
                Expect(value is ContractSequence texts && texts.Scalars.Count() == texts.Items.Count, owner, member, "a list of strings");
                break;
            case (FieldType.ObjectList, ContractSequence list):
                VisitList(owner, member.Key, list, field.Kind);
                break;
            case (FieldType.List or FieldType.ObjectList, var value):
                Expect(value is ContractSequence, owner, member, "a list");
                break;
            case (FieldType.ObjectMap or FieldType.ExtensibleMap, ContractMapping map):
                VisitMap(owner, member.Key, map, field);
                break;
            default:
                VisitObject(owner, member.Key, member, field.Kind, member.Key);
                break;
        }
    }

    private void VisitList(OpenApiObject owner, string role, ContractSequence list, ObjectKind kind)
    {
        foreach (var (index, item) in list.Items.Index())
        {
            var name = $"{role}[{index}]";
            VisitObject(owner, role, new ContractMember(name, item.Position, item), kind, name);
        }
    }

    private void VisitMap(OpenApiObject owner, string role, ContractMapping map, Field field)
    {
        foreach (var entry in map.Members)
        {
            if (entry.IsExtension && field.Type == FieldType.ExtensibleMap)
            {
                _extensions.Add(new Extension(owner, entry));
            }
            else
            {
                VisitObject(owner, role, entry, field.Kind, $"{role}.{entry.Key}");
            }
        }
    }

    private void VisitObject(OpenApiObject owner, string role, ContractMember member, ObjectKind kind, string shownKey)
    {
        if (member.Value is ContractMapping node)
        {
            Visit(new OpenApiObject(kind, node, role, member.Key, member.Position, owner));
        }
        else
        {
            _invalidMembers.Add(new InvalidMember(owner, member.Position, shownKey, member.Value, "a mapping"));
        }
    }

    private void Expect(bool holds, OpenApiObject owner, ContractMember member, string expected)
    {
        if (!holds)
        {
            _invalidMembers.Add(new InvalidMember(owner, member.Position, member.Key, member.Value, expected));
        }
    }
}
