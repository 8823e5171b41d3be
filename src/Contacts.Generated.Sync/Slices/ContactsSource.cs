namespace Contacts.Generated.Sync;

/// <summary>An organization's contacts at the service.</summary>
internal sealed class ContactsSource(
    ContactsClient client, string organization, ContactsMirrorOptions options, MirrorTelemetry telemetry)
{
    private const int MaxConcurrentCalls = 4;

    /// <summary>The contacts from the newest one on, or from a position on. The first page is likely to be all that is read.</summary>
    public ContactsPageable<Contact> NewestFirst(string? position, CancellationToken cancellationToken) =>
        List("-created_at", position, pagesInFlight: 1, cancellationToken);

    /// <summary>The contacts in the order of creation, from the oldest one or from a position on.</summary>
    public ContactsPageable<Contact> OldestFirst(string? position, CancellationToken cancellationToken) =>
        List("created_at", position, pagesInFlight: MaxConcurrentCalls, cancellationToken);

    /// <summary>Looks contacts up, several at a time.</summary>
    /// <returns>The results in the order of the ids.</returns>
    /// <exception cref="ContactsException">The service cannot be reached, or does not let this client read contacts.</exception>
    public async Task<Lookup[]> LookUpAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var lookups = new Lookup[ids.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Count),
            parallel,
            async (index, token) => lookups[index] = await LookUpAsync(ids[index], token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return lookups;
    }

    private async Task<Lookup> LookUpAsync(string id, CancellationToken cancellationToken)
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

    // A position that the SDK does not accept any more is no loss: reading starts anew, and what is known is only marked.
    private ContactsPageable<Contact> List(string sort, string? position, int pagesInFlight, CancellationToken cancellationToken)
    {
        var order = new ContactsListOptions { Sort = sort };
        var paging = new ContactsPagingOptions
        {
            PageSize = options.PageSize,
            MaxPagesInFlight = pagesInFlight,
            MaxBlock = options.SliceTime,
            Scope = organization,
            Continuation = position,
        };
        try
        {
            return client.ListAllAsync(order, paging, cancellationToken);
        }
        catch (ArgumentException) when (position is not null)
        {
            telemetry.PositionDropped(organization);
            paging.Continuation = null;
            return client.ListAllAsync(order, paging, cancellationToken);
        }
    }
}

/// <summary>What became of a contact that the list did not show.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Found">The contact; null if it is gone, or if nobody knows.</param>
/// <param name="IsGone">Whether the service says that there is none.</param>
internal readonly record struct Lookup(string Id, Contact? Found, bool IsGone);
