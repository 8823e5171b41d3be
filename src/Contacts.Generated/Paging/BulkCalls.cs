using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>
/// Makes a call for each item of a sequence, several at a time, and gives the results as the calls end. An item is read only when there is
/// room for its call, so the memory does not grow with the sequence. Each enumeration reads the sequence and makes the calls anew.
/// </summary>
internal sealed class BulkCalls<TItem, TResult>(
    IAsyncEnumerable<TItem> items, Func<TItem, string?> id, Func<TItem, CancellationToken, Task<TResult>> call, int maxConcurrency,
    CancellationToken callersToken)
    : IAsyncEnumerable<ContactsBulkResult<TResult>>
{
    public async IAsyncEnumerator<ContactsBulkResult<TResult>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        ThrowIfCancelled(cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callersToken, cancellationToken);
        var source = new Source(items.GetAsyncEnumerator(either.Token));
        var underWay = new List<Task>();
        try
        {
            var index = 0L;
            while (true)
            {
                ThrowIfCancelled(cancellationToken);
                if (underWay.Count < maxConcurrency)
                {
                    source.Move();
                }

                if (source.TryTake(out var item))
                {
                    underWay.Add(CallAsync(index++, item, either.Token));
                    continue;
                }

                if (underWay.Count == 0 && source.Pending is null)
                {
                    source.ThrowFailure();
                    yield break;
                }

                IEnumerable<Task> awaited = source.Pending is { } next ? [.. underWay, next] : underWay;
                var ended = await Task.WhenAny(awaited).ConfigureAwait(false);
                if (underWay.Remove(ended))
                {
                    var result = await ((Task<ContactsBulkResult<TResult>>)ended).ConfigureAwait(false);
                    ThrowIfCancelled(cancellationToken);
                    yield return result;
                }
            }
        }
        finally
        {
            // Nothing is left behind: neither a call that nobody waits for, nor a sequence that is still being read.
            if (underWay.Count > 0 || source.Pending is not null)
            {
                either.CancelSafely();
            }

            await Task.WhenAll(underWay).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes the call of one item. It never throws: whatever fails, an invalid item included, is the item's result.</summary>
    private async Task<ContactsBulkResult<TResult>> CallAsync(long index, TItem item, CancellationToken token)
    {
        var name = id(item) ?? "";
        try
        {
            return new ContactsBulkResult<TResult>(index, name, await call(item, token).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // the failure of one item must not end the others
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new ContactsBulkResult<TResult>(index, name, exception);
        }
    }

    /// <summary>Reports the caller's own token, which the caller may compare, instead of the linked one.</summary>
    private void ThrowIfCancelled(CancellationToken enumeratorsToken)
    {
        enumeratorsToken.ThrowIfCancellationRequested();
        callersToken.ThrowIfCancellationRequested();
    }

    /// <summary>The sequence, whose next item is awaited together with the calls that are under way.</summary>
    private sealed class Source(IAsyncEnumerator<TItem> items) : IAsyncDisposable
    {
        private TItem _next = default!;
        private Exception? _failure;
        private bool _hasEnded;

        /// <summary>The reading of the next item until it is taken. It never fails.</summary>
        public Task? Pending { get; private set; }

        /// <summary>Asks for the next item unless that was done, or there is none.</summary>
        public void Move() => Pending ??= _hasEnded ? null : MoveAsync();

        /// <summary>Takes the next item if it has arrived.</summary>
        public bool TryTake(out TItem item)
        {
            item = _next;
            if (Pending is not { IsCompleted: true })
            {
                return false;
            }

            (Pending, _next) = (null, default!);
            return !_hasEnded;
        }

        /// <summary>Throws what the sequence threw.</summary>
        public void ThrowFailure()
        {
            if (_failure is not null)
            {
                ExceptionDispatchInfo.Capture(_failure).Throw();
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (Pending is not null)
            {
                await Pending.ConfigureAwait(false);
            }

            await items.DisposeAsync().ConfigureAwait(false);
        }

        private async Task MoveAsync()
        {
            try
            {
                _hasEnded = !await items.MoveNextAsync().ConfigureAwait(false);
                _next = _hasEnded ? default! : items.Current;
            }
#pragma warning disable CA1031 // it is thrown when the calls that were begun have ended
            catch (Exception exception)
#pragma warning restore CA1031
            {
                (_failure, _hasEnded) = (exception, true);
            }
        }
    }
}

/// <summary>A sequence that is there already, where one that arrives is expected.</summary>
internal static class Sequence
{
#pragma warning disable CS1998 // nothing has to be awaited
    public static async IAsyncEnumerable<T> From<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }

    /// <summary>The same, but a token ends it.</summary>
    public static async IAsyncEnumerable<T> Given<T>(T[] items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
#pragma warning restore CS1998
}
