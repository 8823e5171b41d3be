namespace Contacts.Generated;

/// <summary>Polls the list of notifications and yields the new ones. Each enumeration watches independently.</summary>
internal sealed class NotificationWatch(
    Func<CancellationToken, ContactsPageable<Notification>> list, TimeProvider timeProvider, TimeSpan interval, bool includeExisting, CancellationToken callersToken)
    : IAsyncEnumerable<Notification>
{
    public async IAsyncEnumerator<Notification> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callersToken, cancellationToken);
        var news = new NotificationNews(includeExisting);
        while (true)
        {
            IReadOnlyList<Notification> found;
            var wait = interval;
            try
            {
                found = await LookAsync(news, either.Token).ConfigureAwait(false);
            }
            catch (ContactsException exception) when (exception.IsTransient)
            {
                found = [];
                wait = (exception as ContactsApiException)?.RetryAfter is { } asked && asked > interval ? asked : interval;
            }
            catch (OperationCanceledException exception) when (either.IsCancellationRequested)
            {
                throw Cancelled(exception, cancellationToken);
            }

            for (var index = found.Count - 1; index >= 0; index--)
            {
                if (either.IsCancellationRequested)
                {
                    throw Cancelled(null, cancellationToken);
                }

                yield return found[index];
            }

            try
            {
                await timeProvider.PauseAsync(wait, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                throw Cancelled(exception, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Notification>> LookAsync(NotificationNews news, CancellationToken cancellationToken)
    {
        news.Begin();
        await foreach (var page in list(cancellationToken).AsPages().ConfigureAwait(false))
        {
            if (news.Read(page.Data))
            {
                break;
            }
        }

        return news.End();
    }

    /// <summary>Reports the caller's own token, which the caller may compare, instead of the linked one.</summary>
    private OperationCanceledException Cancelled(Exception? exception, CancellationToken enumeratorsToken) =>
        new("The watch was cancelled by its token.", exception, enumeratorsToken.IsCancellationRequested ? enumeratorsToken : callersToken);
}
