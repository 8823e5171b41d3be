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

        // The first optional parameter gives the method a further one: comparing the signatures tells that it breaks its callers.
        Changes.Compare(
            before.Operation.Parameters, after.Operation.Parameters, static parameter => (parameter.In, parameter.Name),
            gone => changes.Breaking($"{Name(gone)} is gone", gone.IsRequired ? null : $"{before.Member(gone)} is gone"),
            added => changes.BreakingIf(
                added.IsRequired,
                $"{Name(added)} is new and {(added.IsRequired ? "required" : "optional")}",
                added.IsRequired ? null : $"{after.Member(added)} is new"),
            CompareParameters);
        CompareRequestBodies($"the body of {after.Id}", before.Operation.RequestBody, after.Operation.RequestBody);
        Changes.Compare(
            before.Operation.Responses, after.Operation.Responses, static response => response.Status,
            gone => changes.BreakingIf(gone.IsSuccess, $"{after.Id} no longer answers {gone.Status}"),
            added => changes.Addition($"{after.Id} may answer {added.Status}"),
            (older, newer) => CompareResponses($"the answer {newer.Status} of {after.Id}", older, newer));

        // Whatever the reason: a method that is called in another way, or gives something else, breaks its callers.
        if (before.Signature != after.Signature)
        {
            changes.Breaking(
                $"{after.Id} takes or gives something else", $"{after.Method} was {before.Signature} and is {after.Signature}");
        }

        changes.Deprecation(after.Id, before.Operation.Node, after.Operation.Node, $"{after.Method} is [Obsolete]");
        changes.Words(after.Id, before.Operation.Node, after.Operation.Node, "summary", "description");
    }

    private void CompareParameters(OperationParameter older, OperationParameter newer)
    {
        var name = Name(newer);
        if (older.IsRequired != newer.IsRequired)
        {
            changes.Breaking($"{name} is {(newer.IsRequired ? "required" : "optional")} now");
        }

        var (oldSchema, newSchema) = (older.Node.Mapping("schema"), newer.Node.Mapping("schema"));
        var (was, now) = (SchemaText.Of(oldSchema), SchemaText.Of(newSchema));
        if (was != now)
        {
            changes.Breaking($"{name} is {now} and was {was}", newer.IsRequired ? null : $"{after.Member(newer)} has another type");
        }
        else if (older.CSharpName != newer.CSharpName)
        {
            changes.Breaking($"{name} has another name in C#", $"{before.Member(older)} is {after.Member(newer)} now");
        }

        if (_wireForm.Any(key => older.Node.Text(key) != newer.Node.Text(key)))
        {
            changes.Breaking($"{name} is written in another form");
        }

        changes.Deprecation(name, older.Node, newer.Node);
        Bounds.Compare(name, oldSchema, newSchema, isSent: true, changes);
        changes.Words(name, older.Node, newer.Node, "description");
    }

    private string Name(OperationParameter parameter) => $"the {parameter.In} parameter {parameter.Name} of {after.Id}";

    private void CompareRequestBodies(string name, ContractMapping? older, ContractMapping? newer)
    {
        if (older is null || newer is null)
        {
            if (older != newer)
            {
                changes.Breaking($"{after.Id} {(newer is null ? "no longer takes" : "takes")} a body");
            }

            return;
        }

        if (older.Flag("required") != newer.Flag("required"))
        {
            changes.Breaking($"{name} is {(newer.Flag("required") ? "required" : "optional")} now");
        }

        Changes.Compare(
            MediaType.AllOf(older), MediaType.AllOf(newer), static type => type.Name,
            gone => changes.Breaking($"{after.Id} no longer takes {gone.Name}"),
            added => changes.Addition($"{after.Id} takes {added.Name} too"),
            (was, now) =>
            {
                if (!CompareSchemas(name, was, now))
                {
                    Bounds.Compare(name, was.Schema, now.Schema, isSent: true, changes);
                }
            });
        changes.Words(name, older, newer, "description");
    }

    // What a result is in C# is part of the method's signature.
    private void CompareResponses(string name, OperationResponse older, OperationResponse newer)
    {
        Changes.Compare(
            MediaType.AllOf(older.Node), MediaType.AllOf(newer.Node), static type => type.Name,
            gone => changes.BreakingIf(older.IsSuccess, $"{name} no longer comes as {gone.Name}"),
            added => changes.Addition($"{name} may come as {added.Name}"),
            (was, now) => CompareSchemas(name, was, now));
        Changes.Compare(
            older.Node?.MembersOf("headers") ?? [], newer.Node?.MembersOf("headers") ?? [], static header => header.Key.ToUpperInvariant(),
            gone => changes.Breaking($"{name} no longer has the header {gone.Key}"),
            added => changes.Addition($"{name} has the header {added.Key}"));
        changes.Words(name, older.Node, newer.Node, "description");
    }

    private bool CompareSchemas(string name, MediaType older, MediaType newer)
    {
        var (was, now) = (SchemaText.Of(older.Schema), SchemaText.Of(newer.Schema));
        if (was != now)
        {
            changes.Breaking($"{name} is {now} and was {was}");
        }

        return was != now;
    }
}
