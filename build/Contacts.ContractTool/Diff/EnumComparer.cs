namespace Contacts.ContractTool;

/// <summary>The known values of a schema before and after. The C# type is open: it takes values that nobody listed.</summary>
public static class EnumComparer
{
    public static void Compare(ComparedSchema before, ComparedSchema after, Changes changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(changes);
        var older = Values(before.Node);
        var newer = Values(after.Node);
        foreach (var (value, name) in older)
        {
            if (!newer.TryGetValue(value, out var now))
            {
                changes.Breaking($"{after.Name} has the value {value} no longer", $"{after.Type}.{name} is gone");
            }
            else if (now != name)
            {
                changes.Breaking($"the value {value} of {after.Name} has another name in C#", $"{after.Type}.{name} is {now} now");
            }
        }

        foreach (var (value, name) in newer.Where(one => !older.ContainsKey(one.Key)))
        {
            changes.Addition($"{after.Name} has the value {value}", $"{after.Type}.{name} is new");
        }
    }

    private static Dictionary<string, string> Values(ContractMapping schema)
    {
        var values = schema.Sequence("enum")?.Scalars.ToList() ?? [];
        var names = schema.Sequence("x-enumNames")?.Scalars.ToList() ?? [];
        return values.Select((value, index) => (value.Text, Name: index < names.Count ? names[index].Text : CSharpNaming.Pascal(value.Text)))
            .DistinctBy(static one => one.Text, StringComparer.Ordinal)
            .ToDictionary(static one => one.Text, static one => one.Name, StringComparer.Ordinal);
    }
}
