using System.Text;

namespace Contacts.Generated;

// Reads every item of a list. A generator cannot know which parameters page, and how this service's pages overlap.
public partial class ContactsClient
{
    /// <summary>How many messages with comments the web application asks for at once.</summary>
    private const int MessageCommentsPerPage = 50;

    /// <summary>Reads all contacts, fetching each page when it is needed.</summary>
    /// <param name="options">
    /// Where to start (<c>Skip</c>) and the order (<c>Sort</c>). Sort by <c>created_at</c>: under another order, an item that moves while
    /// the list is read may be missed. <c>Limit</c> must not be set.
    /// </param>
    /// <param name="paging">The page size, how many pages to read ahead and the continuation to resume from; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>The contacts. Requests are sent only during enumeration, which may throw what <see cref="ListAsync"/> throws.</returns>
    /// <exception cref="ArgumentException">An option is invalid, or the continuation is damaged or belongs to another query.</exception>
    /// <example>
    /// <code>
    /// await foreach (var contact in client.ListAllAsync(new ContactsListOptions { Sort = "created_at" }))
    /// {
    ///     Console.WriteLine($"{contact.Id} {contact.DisplayName}");
    /// }
    /// </code>
    /// </example>
    public virtual ContactsPageable<Contact> ListAllAsync(
        ContactsListOptions? options = null, ContactsPagingOptions? paging = null, CancellationToken cancellationToken = default)
    {
        RefuseLimit(options?.Limit);
        var sort = options?.Sort;
        return Pages<ContactPage, Contact>(
            (skip, limit) => ContactsRequests.List(new ContactsListOptions { Skip = skip, Limit = limit, Sort = sort }),
            static page => (page.Data, page.HasMore, page.Total),
            static contact => contact.Id,
            options?.Skip,
            paging,
            cancellationToken);
    }

    /// <summary>Reads all contacts that a search finds, fetching each page when it is needed.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="options">
    /// Where to start (<c>Skip</c>), the order (<c>Sort</c>) and the kind of search (<c>Type</c>). <c>Limit</c> must not be set.
    /// </param>
    /// <param name="paging">The page size, how many pages to read ahead and the continuation to resume from; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>The contacts. Requests are sent only during enumeration, which may throw what <see cref="SearchAsync"/> throws.</returns>
    /// <exception cref="ArgumentException">An argument is invalid, or the continuation is damaged or belongs to another query.</exception>
    public virtual ContactsPageable<Contact> SearchAllAsync(
        string query, ContactsSearchOptions? options = null, ContactsPagingOptions? paging = null,
        CancellationToken cancellationToken = default)
    {
        RefuseLimit(options?.Limit);
        var (sort, type) = (options?.Sort, options?.Type);
        return Pages<ContactPage, Contact>(
            (skip, limit) =>
                ContactsRequests.Search(query, new ContactsSearchOptions { Skip = skip, Limit = limit, Sort = sort, Type = type }),
            static page => (page.Data, page.HasMore, page.Total),
            static contact => contact.Id,
            options?.Skip,
            paging,
            cancellationToken);
    }

    /// <summary>Reads all internal comments on a contact, fetching each page when it is needed.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="options">Where to start (<c>Skip</c>) and the channel (<c>ChannelType</c>). <c>Limit</c> must not be set.</param>
    /// <param name="paging">The page size, how many pages to read ahead and the continuation to resume from; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// The comments. Requests are sent only during enumeration, which may throw what <see cref="GetCommentsAsync"/> throws.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is invalid, or the continuation is damaged or belongs to another query.</exception>
    public virtual ContactsPageable<ContactComment> GetAllCommentsAsync(
        string contactId, ContactsGetCommentsOptions? options = null, ContactsPagingOptions? paging = null,
        CancellationToken cancellationToken = default)
    {
        RefuseLimit(options?.Limit);
        var channelType = options?.ChannelType;
        return Pages(
            (skip, limit) => ContactsRequests.GetComments(
                contactId, new ContactsGetCommentsOptions { Skip = skip, Limit = limit, ChannelType = channelType }),
            ReadComments,
            static comment => comment.Id,
            options?.Skip,
            paging,
            cancellationToken);
    }

    /// <summary>Reads all internal comments on a contact's messages, fetching each page when it is needed.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="options">Where to start (<c>Skip</c>) and the channel (<c>ChannelType</c>). <c>Limit</c> must not be set.</param>
    /// <param name="paging">
    /// The page size, 50 by default, how many pages to read ahead and the continuation to resume from; null for the defaults.
    /// </param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// The messages, each with the comments on it in <see cref="ContactComment.Comments"/>. Requests are sent only during enumeration,
    /// which may throw what <see cref="GetMessageCommentsAsync"/> throws.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is invalid, or the continuation is damaged or belongs to another query.</exception>
    public virtual ContactsPageable<ContactComment> GetAllMessageCommentsAsync(
        string contactId, ContactsGetMessageCommentsOptions? options = null, ContactsPagingOptions? paging = null,
        CancellationToken cancellationToken = default)
    {
        RefuseLimit(options?.Limit);
        var channelType = options?.ChannelType;
        return Pages(
            (skip, limit) => ContactsRequests.GetMessageComments(
                contactId, new ContactsGetMessageCommentsOptions { Skip = skip, Limit = limit, ChannelType = channelType }),
            ReadComments,
            static comment => comment.Id,
            options?.Skip,
            paging,
            cancellationToken,
            MessageCommentsPerPage);
    }

    /// <summary>Reads all notifications of the current user, fetching each page when it is needed.</summary>
    /// <param name="options">Where to start (<c>Skip</c>) and the kind of notification (<c>Type</c>). <c>Limit</c> must not be set.</param>
    /// <param name="paging">The page size, how many pages to read ahead and the continuation to resume from; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// The notifications. Requests are sent only during enumeration, which may throw what <see cref="ListNotificationsAsync"/> throws.
    /// </returns>
    /// <exception cref="ArgumentException">An option is invalid, or the continuation is damaged or belongs to another query.</exception>
    public virtual ContactsPageable<Notification> ListAllNotificationsAsync(
        ContactsListNotificationsOptions? options = null, ContactsPagingOptions? paging = null,
        CancellationToken cancellationToken = default)
    {
        RefuseLimit(options?.Limit);
        var type = options?.Type;
        return Pages<NotificationPage, Notification>(
            (skip, limit) =>
                ContactsRequests.ListNotifications(new ContactsListNotificationsOptions { Skip = skip, Limit = limit, Type = type }),
            static page => (page.Data, page.HasMore, page.Total),
            static notification => notification.Id,
            options?.Skip,
            paging,
            cancellationToken);
    }

    private static (IReadOnlyList<ContactComment> Items, bool? HasMore, int? Total) ReadComments(IReadOnlyList<ContactComment> list) =>
        list is ContactsList<ContactComment> known ? (known.Received, known.HasMore, known.Total) : (list, null, null);

    private static void RefuseLimit(int? limit)
    {
        if (limit is not null)
        {
            throw new ArgumentException(
                "Limit must not be set when all items are read. Set PageSize in the paging options for the size of a page, "
                + "and call Take on the result for a number of items.",
                "options");
        }
    }

    private ContactsPageable<TItem> Pages<TPage, TItem>(
        Func<int?, int?, OperationRequest<TPage>> request,
        Func<TPage, (IReadOnlyList<TItem> Items, bool? HasMore, int? Total)> read,
        Func<TItem, string?> id,
        int? skip,
        ContactsPagingOptions? paging,
        CancellationToken cancellationToken,
        int? pageSize = null)
    {
        var scope = ScopeOf(request(skip, null));
        return new PagedList<TItem>(FetchAsync, id, skip, scope, PauseClock, paging, cancellationToken, pageSize);

        async Task<PageResponse<TItem>> FetchAsync(int position, int limit, CancellationToken token)
        {
            var call = await CallAsync(request(position, limit), keepHeaders: false, token).ConfigureAwait(false);
            var (items, hasMore, total) = read(call.Value);
            return new PageResponse<TItem>(NonNullList.Received(items), hasMore, total, WasRateLimited(call.Attempts));
        }
    }

    private PauseClock PauseClock => new(Pipeline.Options.TimeProvider, Pipeline.Options.Jitter, Pipeline.Options.RetryWait);

    private static bool WasRateLimited(IReadOnlyList<ContactsAttempt> attempts)
    {
        for (var index = 0; index < attempts.Count; index++)
        {
            if (attempts[index].Status == 429)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a continuation belongs to. Created at once, so that invalid arguments are reported at once.</summary>
    private PageScope ScopeOf(OperationRequest request)
    {
        var parameters = new StringBuilder();
        foreach (var value in request.PathValues)
        {
            parameters.Append('/').Append(value);
        }

        foreach (var parameter in request.Query)
        {
            if (parameter.Name is not ("skip" or "limit"))
            {
                parameters.Append('&').Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(parameter.Value ?? ""));
            }
        }

        return new PageScope(Pipeline.Options.BaseAddress.AbsoluteUri, Settings.OrganizationId, request.Operation, parameters.ToString());
    }
}
