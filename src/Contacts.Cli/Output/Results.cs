namespace Contacts.Cli.Output;

/// <summary>Writes what a command found, in the form that was asked for.</summary>
internal abstract class Results
{
    /// <summary>One object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="sentence">What a person is told instead of the object's fields.</param>
    public abstract Task OneAsync<T>(T value, string? sentence = null);

    /// <summary>A list that came in one answer.</summary>
    /// <param name="answer">The answer, as the service has it.</param>
    /// <param name="items">Its items.</param>
    /// <param name="columns">How a person sees an item.</param>
    public abstract Task ListAsync<TAnswer, TItem>(TAnswer answer, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns);

    /// <summary>A list that comes in parts.</summary>
    public abstract ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns);
}

/// <summary>Takes the parts of a list. A part is out, as far as the process can say, when <see cref="AddAsync"/> is done.</summary>
internal abstract class ItemSink<T> : IAsyncDisposable
{
    public abstract Task AddAsync(IReadOnlyList<T> items);

    /// <summary>Writes what belongs behind the last item.</summary>
    public virtual Task CompleteAsync() => Task.CompletedTask;

    public virtual ValueTask DisposeAsync() => default;
}
