namespace Contacts.Generated;

/// <summary>Polls the list of notifications and yields the new ones. Each enumeration watches independently.</summary>
internal sealed class NotificationWatch : ContactsWatch<Notification>
{
    /// <summary>Few enough that little is repeated after a restart.</summary>
    private const int MaxBatch = 100;

    private readonly Func<CancellationToken, ContactsPageable<Notification>> _list;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _interval;
    private readonly byte[] _scopeHash;
    private readonly Func<NotificationNews> _start;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Reads the options, which can be changed later, and refuses a continuation that does not fit.</summary>
    public NotificationWatch(
        Func<CancellationToken, ContactsPageable<Notification>> list, TimeProvider timeProvider, ContactsWatchOptions options,
        byte[] scopeHash, CancellationToken cancellationToken)
    {
        (_list, _timeProvider, _interval, _scopeHash, _cancellationToken) =
            (list, timeProvider, options.Interval, scopeHash, cancellationToken);
        var (text, includeExisting) = (options.Continuation, options.IncludeExisting);
        _start = text is { Length: > 0 }
            ? () => NotificationNews.Parse(text, scopeHash)
            : () => new NotificationNews(includeExisting);
        _start();
    }

    public override IAsyncEnumerable<ContactsWatchBatch<Notification>> AsBatches() => ReadBatchesAsync();

    /// <summary>As the base class does, but without making continuations, and both tokens end the watch within a batch too.</summary>
    public override async IAsyncEnumerator<Notification> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var items in ReadAsync(_start(), cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items)
            {
                if (cancellationToken.IsCancellationRequested || _cancellationToken.IsCancellationRequested)
                {
                    throw Cancelled(null, cancellationToken);
                }

                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<ContactsWatchBatch<Notification>> ReadBatchesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var news = _start();
        await foreach (var items in ReadAsync(news, cancellationToken).ConfigureAwait(false))
        {
            yield return new(items, news.ToText(_scopeHash));
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Notification>> ReadAsync(
        NotificationNews news, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        var isFirst = true;
        while (true)
        {
            List<Notification>? found = null;
            var wait = _interval;
            try
            {
                found = await LookAsync(news, either.Token).ConfigureAwait(false);
            }
            catch (ContactsException exception) when (exception.IsTransient)
            {
                wait = (exception as ContactsApiException)?.RetryAfter is { } asked && asked > _interval ? asked : _interval;
            }
            catch (OperationCanceledException exception) when (either.IsCancellationRequested)
            {
                throw Cancelled(exception, cancellationToken);
            }

            for (var start = 0; found is not null && (start < found.Count || isFirst); start += MaxBatch)
            {
                if (either.IsCancellationRequested)
                {
                    throw Cancelled(null, cancellationToken);
                }

                isFirst = false;
                var batch = found.GetRange(start, Math.Min(MaxBatch, found.Count - start));
                news.Deliver(batch);
                yield return batch;
            }

            try
            {
                await _timeProvider.PauseAsync(wait, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                throw Cancelled(exception, cancellationToken);
            }
        }
    }

    private async Task<List<Notification>> LookAsync(NotificationNews news, CancellationToken cancellationToken)
    {
        news.Begin();
        await foreach (var page in _list(cancellationToken).AsPages().ConfigureAwait(false))
        {
            if (news.Read(page.Data))
            {
                break;
            }
        }

        return news.End();
    }

    /// <summary>Reports the caller's own token, which the caller may compare, instead of the linked one.</summary>
    private OperationCanceledException Cancelled(Exception? exception, CancellationToken enumeratorsToken) => new(
        "The watch was cancelled by its token.", exception,
        enumeratorsToken.IsCancellationRequested ? enumeratorsToken : _cancellationToken);
}
