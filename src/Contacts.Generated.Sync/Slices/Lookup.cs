namespace Contacts.Generated.Sync;

/// <summary>What became of a contact that the list did not show.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Found">The contact; null if it is gone, or if nobody knows.</param>
/// <param name="IsGone">Whether the service says that there is none.</param>
internal readonly record struct Lookup(string Id, Contact? Found, bool IsGone)
{
    private const int MaxConcurrentCalls = 4;

    /// <summary>Looks contacts up, several at a time.</summary>
    /// <returns>The results in the order of the ids.</returns>
    /// <exception cref="ContactsException">The service cannot be reached, or does not let this client read contacts.</exception>
    public static async Task<Lookup[]> AllAsync(ContactsClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var lookups = new Lookup[ids.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Count),
            parallel,
            async (index, token) => lookups[index] = await OneAsync(client, ids[index], token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return lookups;
    }

    private static async Task<Lookup> OneAsync(ContactsClient client, string id, CancellationToken cancellationToken)
    {
        try
        {
            // Another id is another contact, and says nothing of this one.
            var contact = await client.GetAsync(id, cancellationToken).ConfigureAwait(false);
            return new(id, contact.Id == id ? contact : null, IsGone: false);
        }
        catch (ContactsNotFoundException)
        {
            return new(id, null, IsGone: true);
        }
        catch (ContactsException exception) when (ConcernsTheContact(exception))
        {
            return new(id, null, IsGone: false);
        }
    }

    // One contact that the service cannot show must not hold up all others. The next pass looks it up again.
    private static bool ConcernsTheContact(ContactsException exception) =>
        exception is ContactsInvalidResponseException
            or ContactsApiException and not (ContactsAuthenticationException or ContactsPermissionException or ContactsRateLimitException);
}
