namespace Contacts.ContractTool;

/// <summary>An operation before and after.</summary>
internal sealed class OperationComparer(OperationSurface before, OperationSurface after, Changes changes)
{
    private static readonly string[] _wireForm = ["style", "explode", "allowReserved", "allowEmptyValue"];

    public void Compare()
    {
        if (before.Operation.ToString() != after.Operation.ToString())
        {
            changes.Breaking($"{after.Id} is {after.Operation} and was {before.Operation}");
        }

        CompareParameters();
        CompareRequestBodies(before.Operation.RequestBody, after.Operation.RequestBody);
        CompareResponses();
        CompareSignatures();
        if (!before.Operation.Node.Flag("deprecated") && after.Operation.Node.Flag("deprecated"))
        {
            changes.Addition($"{after.Id} is deprecated", $"{after.Method} is [Obsolete]");
        }

        changes.Words(after.Id, before.Operation.Node, after.Operation.Node, "summary", "description");
    }

    // Whatever the reason: a method that is called in another way, or gives something else, breaks its callers.
    private void CompareSignatures()
    {
        if (before.Signature != after.Signature)
        {
            changes.Breaking(
                $"{after.Id} takes or gives something else", $"{after.Method} was {before.Signature} and is {after.Signature}");
        }
    }

    // The first optional parameter gives the method a further one: comparing the signatures tells that it breaks who was compiled before.
    private void CompareParameters()
    {
        var pairs = Pairs.Of(
            before.Operation.Parameters, after.Operation.Parameters, static parameter => (parameter.In, parameter.Name));
        foreach (var (older, newer) in pairs)
        {
            if (newer is null)
            {
                changes.Breaking($"{Name(older!)} is gone", older!.IsRequired ? null : $"{before.Member(older)} is gone");
            }
            else if (older is not null)
            {
                Compare(older, newer);
            }
            else if (newer.IsRequired)
            {
                changes.Breaking($"{Name(newer)} is new and required");
            }
            else
            {
                changes.Addition($"{Name(newer)} is new and optional", $"{after.Member(newer)} is new");
            }
        }
    }

    private void Compare(OperationParameter older, OperationParameter newer)
    {
        var name = Name(newer);
        if (older.IsRequired != newer.IsRequired)
        {
            changes.Breaking($"{name} is {(newer.IsRequired ? "required" : "optional")} now");
        }

        var (oldSchema, newSchema) = (older.Node.Mapping("schema"), newer.Node.Mapping("schema"));
        var (oldType, newType) = (SchemaText.Of(oldSchema), SchemaText.Of(newSchema));
        if (oldType != newType)
        {
            changes.Breaking($"{name} is {newType} and was {oldType}", newer.IsRequired ? null : $"{after.Member(newer)} has another type");
        }
        else if (older.CSharpName != newer.CSharpName)
        {
            changes.Breaking($"{name} has another name in C#", $"{before.Member(older)} is {after.Member(newer)} now");
        }

        if (_wireForm.Any(key => older.Node.Text(key) != newer.Node.Text(key)))
        {
            changes.Breaking($"{name} is written in another form");
        }

        if (!older.Node.Flag("deprecated") && newer.Node.Flag("deprecated"))
        {
            changes.Addition($"{name} is deprecated");
        }

        Bounds.Compare(name, oldSchema, newSchema, isSent: true, changes);
        changes.Words(name, older.Node, newer.Node, "description");
    }

    private string Name(OperationParameter parameter) => $"the {parameter.In} parameter {parameter.Name} of {after.Id}";

    private void CompareRequestBodies(ContractMapping? older, ContractMapping? newer)
    {
        var name = $"the body of {after.Id}";
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
            changes.Breaking($"{name} is {(newer.Flag("required") ? "required" : "optional")} now");
        }

        foreach (var (was, now) in MediaTypes.Pair(older, newer))
        {
            if (now is null)
            {
                changes.Breaking($"{after.Id} no longer takes {was!.Name}");
            }
            else if (was is null)
            {
                changes.Addition($"{after.Id} takes {now.Name} too");
            }
            else if (was.SchemaText != now.SchemaText)
            {
                changes.Breaking($"{name} is {now.SchemaText} and was {was.SchemaText}");
            }
            else
            {
                Bounds.Compare(name, was.Schema, now.Schema, isSent: true, changes);
            }
        }

        changes.Words(name, older, newer, "description");
    }

    private void CompareResponses()
    {
        foreach (var (older, newer) in Pairs.Of(before.Operation.Responses, after.Operation.Responses, static one => one.Status))
        {
            if (newer is null)
            {
                changes.BreakingIf(older!.IsSuccess, $"{after.Id} no longer answers {older.Status}");
            }
            else if (older is null)
            {
                changes.Addition($"{after.Id} may answer {newer.Status}");
            }
            else
            {
                CompareResponses($"the answer {newer.Status} of {after.Id}", older, newer);
            }
        }
    }

    // What a result is in C# is part of the method's signature.
    private void CompareResponses(string name, OperationResponse older, OperationResponse newer)
    {
        foreach (var (was, now) in MediaTypes.Pair(older.Node, newer.Node))
        {
            if (now is null)
            {
                changes.BreakingIf(older.IsSuccess, $"{name} no longer comes as {was!.Name}");
            }
            else if (was is null)
            {
                changes.Addition($"{name} may come as {now.Name}");
            }
            else if (was.SchemaText != now.SchemaText)
            {
                changes.Breaking($"{name} is {now.SchemaText} and was {was.SchemaText}");
            }
        }

        foreach (var (was, now) in Pairs.Of(Headers(older), Headers(newer), static header => header.ToUpperInvariant()))
        {
            if (now is null)
            {
                changes.Breaking($"{name} no longer has the header {was}");
            }
            else if (was is null)
            {
                changes.Addition($"{name} has the header {now}");
            }
        }

        if (older.Node is { } oldNode && newer.Node is { } newNode)
        {
            changes.Words(name, oldNode, newNode, "description");
        }

        static IEnumerable<string> Headers(OperationResponse response) =>
            (response.Node?.MembersOf("headers") ?? []).Select(static member => member.Key);
    }
}
