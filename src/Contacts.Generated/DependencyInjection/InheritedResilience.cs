namespace Contacts.Generated;

/// <summary>
/// Takes a standard resilience handler that the application gave to all its clients out of ours, which retries by itself:
/// with both, one GET became twelve requests. It is known by its name, so that its package need not be referenced.
/// </summary>
internal static class InheritedResilience
{
    private const string HandlerType = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";

    public static void Remove(IList<DelegatingHandler> handlers)
    {
        for (var index = handlers.Count - 1; index >= 0; index--)
        {
            if (handlers[index].GetType().FullName == HandlerType)
            {
                handlers.RemoveAt(index);
            }
        }
    }
}
