namespace Contacts.Cli.Output;

/// <summary>Takes the parts of a list. A part is out, as far as the process can say, when <see cref="AddAsync"/> is done.</summary>
internal abstract class ItemSink<T> : IAsyncDisposable
{
    public abstract Task AddAsync(IReadOnlyList<T> items);

    /// <summary>Writes what belongs behind the last item.</summary>
    public virtual Task CompleteAsync() => Task.CompletedTask;

    public virtual ValueTask DisposeAsync() => default;
}
