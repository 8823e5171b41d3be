namespace Contacts.Generated;

/// <summary>
/// Takes resilience handlers that the application gave to all its clients out of ours, which retries by itself: with both, one GET became
/// twelve requests. They are known by their names, so that their packages need not be referenced. A handler that no name tells is noticed
/// when it sends a request twice: see <see cref="AttemptSends"/>.
/// </summary>
internal static class InheritedResilience
{
    public static void Remove(IList<DelegatingHandler> handlers)
    {
        for (var index = handlers.Count - 1; index >= 0; index--)
        {
            if (IsResilience(handlers[index].GetType()))
            {
                handlers.RemoveAt(index);
            }
        }
    }

    /// <summary>Polly 8's handler (standard, hedging, custom), Polly 7's, and what is derived from either.</summary>
    private static bool IsResilience(Type? type)
    {
        for (; type is not null && type != typeof(DelegatingHandler); type = type.BaseType)
        {
            if (type.FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler" or "Microsoft.Extensions.Http.PolicyHttpMessageHandler")
            {
                return true;
            }
        }

        return false;
    }
}
