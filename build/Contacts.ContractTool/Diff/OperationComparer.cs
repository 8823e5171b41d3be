namespace Contacts.ContractTool;

/// <summary>An operation before and after.</summary>
public sealed class OperationComparer(ComparedOperation before, ComparedOperation after, Changes changes)
{
    public void Compare()
    {
        if (before.Operation.ToString() != after.Operation.ToString())
        {
            changes.Breaking($"{after.Id} is {after.Operation} and was {before.Operation}");
        }

        new ParameterComparer(before, after, changes).Compare();
        new RequestBodyComparer(before, after, changes).Compare();
        new ResponseComparer(before, after, changes).Compare();
        CompareSignature();
        if (!before.Node.Flag("deprecated") && after.Node.Flag("deprecated"))
        {
            changes.Addition($"{after.Id} is deprecated", $"{after.Surface.Method} is [Obsolete]");
        }

        changes.Words(after.Id, before.Node, after.Node, "summary", "description");
    }

    // Whatever the reason: a method that is called in another way, or gives something else, breaks its callers.
    private void CompareSignature()
    {
        if (before.Surface.Signature != after.Surface.Signature)
        {
            changes.Breaking($"{after.Id} takes or gives something else", $"{after.Surface.Method} was {before.Surface.Signature} and is {after.Surface.Signature}");
        }
    }
}
