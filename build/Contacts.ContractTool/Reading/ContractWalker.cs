namespace Contacts.ContractTool;

/// <summary>
/// Visits every object of a document once, by the table of <see cref="OpenApiSpecification"/>, and collects what the rules need.
/// </summary>
internal sealed class ContractWalker
{
    public ContractWalker(ContractMapping root) =>
        Visit(new OpenApiObject(ObjectKind.Document, root, "", "", root.Position, Parent: null));

    public List<OpenApiObject> Objects { get; } = [];

    public List<Extension> Extensions { get; } = [];

    public List<InvalidMember> InvalidMembers { get; } = [];

    private void Visit(OpenApiObject owner)
    {
        Objects.Add(owner);
        var specification = OpenApiSpecification.Of(owner.Kind);
        foreach (var member in owner.Node.Members)
        {
            if (member.IsExtension)
            {
                Extensions.Add(new Extension(owner, member));
            }
            else if (member.Key == "$ref" && specification.Section is not null)
            {
                Expect(member.Value is ContractScalar { Kind: ScalarKind.Text } ? null : "a string", owner, member, member.Key);
            }
            else if (specification.Fields.TryGetValue(member.Key, out var field))
            {
                VisitField(owner, member, field);
            }
            else
            {
                InvalidMembers.Add(new InvalidMember(owner, member.Position, member.Key, member.Value, Expected: null));
            }
        }
    }

    private void VisitField(OpenApiObject owner, ContractMember member, Field field)
    {
        switch (field.Type, member.Value)
        {
            case (FieldType.ObjectList, ContractSequence list):
                foreach (var (index, item) in list.Items.Index())
                {
                    var name = $"{member.Key}[{index}]";
                    VisitObject(owner, member.Key, new ContractMember(name, item.Position, item), field.Kind, name);
                }

                break;
            case (FieldType.ObjectMap or FieldType.ExtensibleMap, ContractMapping map):
                foreach (var entry in map.Members)
                {
                    if (entry.IsExtension && field.Type == FieldType.ExtensibleMap)
                    {
                        Extensions.Add(new Extension(owner, entry));
                    }
                    else
                    {
                        VisitObject(owner, member.Key, entry, field.Kind, $"{member.Key}.{entry.Key}");
                    }
                }

                break;
            case (FieldType.Object or FieldType.ObjectOrFlag, ContractMapping):
                VisitObject(owner, member.Key, member, field.Kind, member.Key);
                break;
            default:
                Expect(Expected(field.Type, member.Value), owner, member, member.Key);
                break;
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
            Expect("a mapping", owner, member, shownKey);
        }
    }

    private void Expect(string? expected, OpenApiObject owner, ContractMember member, string shownKey)
    {
        if (expected is not null)
        {
            InvalidMembers.Add(new InvalidMember(owner, member.Position, shownKey, member.Value, expected));
        }
    }

    /// <summary>What the value should be, with an article; null if it is that already.</summary>
    private static string? Expected(FieldType type, ContractNode value) => (type, value) switch
    {
        (FieldType.Any, _) => null,
        (FieldType.Text, ContractScalar { Kind: not ScalarKind.Null }) => null,
        (FieldType.Text, _) => "a string",
        (FieldType.Flag or FieldType.ObjectOrFlag, ContractScalar { Kind: ScalarKind.Boolean }) => null,
        (FieldType.Flag, _) => "true or false",
        (FieldType.Number, ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number }) => null,
        (FieldType.Number, _) => "a number",
        (FieldType.TextList, ContractSequence list) when list.Scalars.Count() == list.Items.Count => null,
        (FieldType.TextList, _) => "a list of strings",
        (FieldType.List, ContractSequence) => null,
        (FieldType.List or FieldType.ObjectList, _) => "a list",
        _ => "a mapping",
    };
}
