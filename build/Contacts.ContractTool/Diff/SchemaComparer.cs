namespace Contacts.ContractTool;

/// <summary>A component schema before and after: its fields or its values.</summary>
public sealed class SchemaComparer(ComparedSchema before, ComparedSchema after, bool isSent, Changes changes)
{
    public void Compare()
    {
        if (SchemaText.Of(before.Node) != SchemaText.Of(after.Node))
        {
            changes.Breaking($"{after.Name} is {SchemaText.Of(after.Node)} and was {SchemaText.Of(before.Node)}", $"the type {after.Type} is another one");
        }

        if (before.Site.IsSkipped != after.Site.IsSkipped)
        {
            changes.Add(after.Site.IsSkipped ? ChangeKind.Breaking : ChangeKind.Addition, $"{after.Name} is {(after.Site.IsSkipped ? "kept out of" : "part of")} the C# surface", $"the type {after.Type} is {(after.Site.IsSkipped ? "gone" : "new")}");
        }

        CompareProperties();
        EnumComparer.Compare(before, after, changes);
        BoundsComparer.Compare(after.Name, before.Node, after.Node, isSent, changes);
        changes.Words(after.Name, before.Node, after.Node, "description");
    }

    private void CompareProperties()
    {
        foreach (var (name, property) in before.Properties)
        {
            if (after.Properties.TryGetValue(name, out var same))
            {
                new PropertyComparer(property, same, isSent, changes).Compare();
            }
            else
            {
                Remove(property);
            }
        }

        foreach (var property in after.Properties.Values.Where(one => !before.Properties.ContainsKey(one.Name)))
        {
            Add(property);
        }
    }

    private void Remove(SchemaProperty property)
    {
        // Renamed, and the old name is still read: who is compiled, and who talks to the older service, goes on.
        var heir = after.Properties.Values.FirstOrDefault(one => one.Reads(property.Name));
        if (heir is not null && heir.Member == property.Member && !isSent)
        {
            changes.Addition($"{property} is {heir.Name} now; the old name is read too");
        }
        else
        {
            changes.Breaking($"{property} is gone", property.Member is { } member && after.Properties.Values.All(one => one.Member != member) ? $"{member} is gone" : null);
        }
    }

    private void Add(SchemaProperty property)
    {
        var csharp = property.Member is { } member && before.Properties.Values.All(one => one.Member != member) ? $"{member} is new: {property.Declaration}" : null;
        changes.Add(
            isSent && property.IsRequired ? ChangeKind.Breaking : ChangeKind.Addition,
            $"{property} is new{(property.IsRequired ? " and required" : " and optional")}",
            csharp);
    }
}
