namespace Contacts.ContractTool;

/// <summary>A component schema before and after: its fields or its values.</summary>
internal sealed class SchemaComparer(SchemaSurface before, SchemaSurface after, bool isSent, Changes changes)
{
    public void Compare()
    {
        var (was, now) = (SchemaText.Of(before.Node), SchemaText.Of(after.Node));
        if (was != now)
        {
            changes.Breaking($"{after.Name} is {now} and was {was}", $"the type {after.Type} is another one");
        }

        if (before.IsSkipped != after.IsSkipped)
        {
            var (place, change) = after.IsSkipped ? ("kept out of", "gone") : ("part of", "new");
            changes.BreakingIf(after.IsSkipped, $"{after.Name} is {place} the C# surface", $"the type {after.Type} is {change}");
        }

        Changes.Compare(before.Properties, after.Properties, static property => property.Name, Remove, Add, CompareProperties);
        CompareValues();
        Bounds.Compare(after.Name, before.Node, after.Node, isSent, changes);
        changes.Words(after.Name, before.Node, after.Node, "description");
    }

    private void Remove(PropertySurface property)
    {
        // Renamed, and the old name is still read: who is compiled, and who talks to the older service, goes on.
        var heir = after.Properties.FirstOrDefault(one => one.Reads(property.Name));
        if (heir is not null && heir.Member == property.Member && !isSent)
        {
            changes.Addition($"{property} is {heir.Name} now; the old name is read too");
        }
        else
        {
            changes.Breaking($"{property} is gone", property.IsMissingIn(after) ? $"{property.Member} is gone" : null);
        }
    }

    private void Add(PropertySurface property) => changes.BreakingIf(
        isSent && property.IsRequired,
        $"{property} is new and {(property.IsRequired ? "required" : "optional")}",
        property.IsMissingIn(before) ? $"{property.Member} is new: {property.Declaration}" : null);

    private void CompareProperties(PropertySurface older, PropertySurface newer)
    {
        var (was, now) = (SchemaText.Of(older.Node), SchemaText.Of(newer.Node));
        var declarations = newer.Member is null ? null : $"{newer.Member} is {newer.Declaration} and was {older.Declaration}";
        if (was != now)
        {
            changes.Breaking($"{newer} is {now} and was {was}", declarations);
        }
        else if (older.Member != newer.Member)
        {
            changes.Breaking(
                $"{newer} has another place in C#", $"{older.Member ?? "an internal member"} is {newer.Member ?? "internal"} now");
        }
        else if (older.Type != newer.Type)
        {
            changes.Breaking($"{newer} has another type in C#", declarations);
        }
        else if (older.Presence != newer.Presence)
        {
            changes.BreakingIf(
                (isSent && newer.AsksMoreThan(older)) || newer.BreaksReadersOf(older),
                $"{newer} is {newer.Presence} and was {older.Presence}",
                newer.IsNullable == older.IsNullable ? null : declarations);
        }

        changes.Deprecation(newer.ToString(), older.Node, newer.Node, newer.Member is null ? null : $"{newer.Member} is [Obsolete]");
        Bounds.Compare(newer.ToString(), older.Node, newer.Node, isSent, changes);
        changes.Words(newer.ToString(), older.Node, newer.Node, "description");
    }

    // The C# type is open: it takes values that nobody listed.
    private void CompareValues() => Changes.Compare(
        before.Values, after.Values, static value => value.Text,
        gone => changes.Breaking($"{after.Name} has the value {gone.Text} no longer", $"{after.Type}.{gone.Name} is gone"),
        added => changes.Addition($"{after.Name} has the value {added.Text}", $"{after.Type}.{added.Name} is new"),
        (older, newer) =>
        {
            if (newer.Name != older.Name)
            {
                changes.Breaking(
                    $"the value {newer.Text} of {after.Name} has another name in C#", $"{after.Type}.{older.Name} is {newer.Name} now");
            }
        });
}
