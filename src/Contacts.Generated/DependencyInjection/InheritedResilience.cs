namespace Contacts.Generated;

/// <summary>
/// Removes resilience handlers that the application adds to all its clients: this one retries by itself, and the attempts of both would
/// multiply. They are recognized by name, so that their packages need not be referenced. Any other handler is detected when it sends a
/// request twice: see <see cref="SendCounter"/>.
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

    /// <summary>Polly 8's handler (standard, hedging, custom), Polly 7's, and types derived from them.</summary>
    private static bool IsResilience(Type? type)
    {
        for (; type is not null && type != typeof(DelegatingHandler); type = type.BaseType)
        {
            if (type.FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler"
                or "Microsoft.Extensions.Http.PolicyHttpMessageHandler")
            {
                return true;
            }
        }

        return false;
    }
}
