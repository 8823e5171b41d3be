namespace Contacts.ContractTool;

/// <summary>A field before and after.</summary>
public sealed class PropertyComparer(SchemaProperty before, SchemaProperty after, bool isSent, Changes changes)
{
    public void Compare()
    {
        if (SchemaText.Of(before.Node) != SchemaText.Of(after.Node))
        {
            changes.Breaking($"{after} is {SchemaText.Of(after.Node)} and was {SchemaText.Of(before.Node)}", Declarations());
        }
        else if (before.Member != after.Member)
        {
            changes.Breaking($"{after} has another place in C#", $"{before.Member ?? "an internal member"} is {after.Member ?? "internal"} now");
        }
        else if (before.Type != after.Type)
        {
            changes.Breaking($"{after} has another type in C#", Declarations());
        }
        else
        {
            CompareNullability();
        }

        if (!before.Node.Flag("deprecated") && after.Node.Flag("deprecated"))
        {
            changes.Addition($"{after} is deprecated", after.Member is { } member ? $"{member} is [Obsolete]" : null);
        }

        BoundsComparer.Compare(after.ToString(), before.Node, after.Node, isSent, changes);
        changes.Words(after.ToString(), before.Node, after.Node, "description");
    }

    // A value that may be null is another type; a reference that may be is a warning, which many treat as an error.
    private void CompareNullability()
    {
        if (before.IsRequired == after.IsRequired && before.Node.Flag("nullable") == after.Node.Flag("nullable"))
        {
            return;
        }

        var narrowsWhatIsSent = isSent && ((after.IsRequired && !before.IsRequired) || (before.Node.Flag("nullable") && !after.Node.Flag("nullable")));
        var breaksReaders = after.IsNullable != before.IsNullable && (after.IsNullable || CSharpTypes.IsValue(after.Type, after.Contract));
        changes.Add(
            narrowsWhatIsSent || breaksReaders ? ChangeKind.Breaking : ChangeKind.Addition,
            $"{after} is {Words(after)} and was {Words(before)}",
            after.IsNullable == before.IsNullable ? null : Declarations());
    }

    private static string Words(SchemaProperty property) =>
        (property.IsRequired ? "required" : "optional") + (property.Node.Flag("nullable") ? " and may be null" : "");

    private string? Declarations() => after.Member is { } member ? $"{member} is {after.Declaration} and was {before.Declaration}" : null;
}
