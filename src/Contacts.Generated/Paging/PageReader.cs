namespace Contacts.Generated;

/// <summary>One enumeration: asks for what the cursor wants until it has something to give.</summary>
internal sealed class PageReader<T> : IAsyncDisposable
{
    private readonly PageSource<T> _source;
    private readonly CancellationToken _callersToken;
    private readonly CancellationTokenSource _cancel;
    private readonly PageCursor<T> _cursor;
    private readonly ReadAhead<T> _ahead;

    public PageReader(PageSource<T> source, CancellationToken cancellationToken)
    {
        _source = source;
        _callersToken = cancellationToken;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(source.CancellationToken, cancellationToken);
        _cursor = new PageCursor<T>(source.Id, source.Start, source.PageSize);
        _ahead = new ReadAhead<T>(source.Fetch, source.MaxPagesInFlight, _cancel.Token);
    }

    public IReadOnlyList<T> Items => _cursor.Items;

    public ContactsPage<T> ToPage() =>
        new(Items, _cursor.Total, _cursor.IsLast ? null : _cursor.Continuation.ToText(_source.ScopeHash));

    public async ValueTask<bool> MoveNextAsync()
    {
        while (!_cursor.IsLast)
        {
            ThrowIfCancelled();
            if (_cursor.Accept(await TakeAsync().ConfigureAwait(false)))
            {
                if (_cursor.IsLast)
                {
                    _ahead.Cancel();
                }

                return true;
            }
        }

        return false;
    }

    public void ThrowIfCancelled()
    {
        if (_cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(CancelledToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ahead.DisposeAsync().ConfigureAwait(false);
        _cancel.Dispose();
    }

    private CancellationToken CancelledToken => _callersToken.IsCancellationRequested ? _callersToken : _source.CancellationToken;

    // A linked token means nothing to the caller, who may compare the exception's token with their own.
    private async ValueTask<FetchedPage<T>> TakeAsync()
    {
        try
        {
            return await _ahead.TakeAsync(_cursor.NextSkip, _cursor.NextLimit, _cursor.Plan).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (_cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, CancelledToken);
        }
    }
}
