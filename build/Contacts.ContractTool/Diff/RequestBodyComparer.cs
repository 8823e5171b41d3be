namespace Contacts.ContractTool;

/// <summary>The body of an operation's request before and after.</summary>
public sealed class RequestBodyComparer(ComparedOperation before, ComparedOperation after, Changes changes)
{
    public void Compare()
    {
        var (older, newer) = (before.Operation.RequestBody, after.Operation.RequestBody);
        if (older is null || newer is null)
        {
            if (older is not null || newer is not null)
            {
                changes.Breaking($"{after.Id} {(newer is null ? "no longer takes" : "takes")} a body");
            }

            return;
        }

        if (older.Flag("required") != newer.Flag("required"))
        {
            changes.Breaking($"the body of {after.Id} is {(newer.Flag("required") ? "required" : "optional")} now");
        }

        CompareMedia(older, newer);
        changes.Words($"the body of {after.Id}", older, newer, "description");
    }

    private void CompareMedia(ContractMapping older, ContractMapping newer)
    {
        var now = MediaTypes.Of(newer).ToDictionary(static one => one.Name, static one => one.Media, StringComparer.Ordinal);
        var was = MediaTypes.Of(older).ToDictionary(static one => one.Name, static one => one.Media, StringComparer.Ordinal);
        foreach (var (type, media) in was)
        {
            if (!now.TryGetValue(type, out var same))
            {
                changes.Breaking($"{after.Id} no longer takes {type}");
            }
            else if (SchemaText.Of(media.Mapping("schema")) is var old && SchemaText.Of(same.Mapping("schema")) is var current && old != current)
            {
                changes.Breaking($"the body of {after.Id} is {current} and was {old}");
            }
            else
            {
                CompareBounds(media.Mapping("schema"), same.Mapping("schema"));
            }
        }

        foreach (var type in now.Keys.Except(was.Keys, StringComparer.Ordinal))
        {
            changes.Addition($"{after.Id} takes {type} too");
        }
    }

    private void CompareBounds(ContractMapping? older, ContractMapping? newer)
    {
        if (older is not null && newer is not null)
        {
            BoundsComparer.Compare($"the body of {after.Id}", older, newer, isSent: true, changes);
        }
    }
}
