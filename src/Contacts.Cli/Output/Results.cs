namespace Contacts.Cli.Output;

/// <summary>Writes the result of a command in the chosen format.</summary>
internal abstract class Results
{
    /// <summary>One object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="sentence">What to tell people instead of the object's fields.</param>
    public abstract Task OneAsync<T>(T value, string? sentence = null);

    /// <summary>A list that came in one response.</summary>
    /// <param name="response">The response, as the service sent it.</param>
    /// <param name="items">Its items.</param>
    /// <param name="columns">The columns that people see.</param>
    public abstract Task ListAsync<TResponse, TItem>(TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns);

    /// <summary>A list that arrives in parts.</summary>
    public abstract ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns);
}

/// <summary>Writes the parts of a list. A part has left the process when <see cref="AddAsync"/> completes.</summary>
internal abstract class ItemSink<T> : IAsyncDisposable
{
    public abstract Task AddAsync(IReadOnlyList<T> items);

    /// <summary>Writes what follows the last item.</summary>
    public virtual Task CompleteAsync() => Task.CompletedTask;

    public virtual ValueTask DisposeAsync() => default;
}
