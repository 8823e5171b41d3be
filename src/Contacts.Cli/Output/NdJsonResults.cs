namespace Contacts.Cli.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class NdJsonResults(Stream output) : Results
{
    public override Task OneAsync<T>(T value, string? sentence = null) => WriteAsync([value]);

    public override Task ListAsync<TAnswer, TItem>(TAnswer answer, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns) => WriteAsync(items);

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) => new NdJsonSink<T>(output);

    private async Task WriteAsync<T>(IReadOnlyList<T> items)
    {
        await using var sink = new NdJsonSink<T>(output);
        await sink.AddAsync(items);
    }
}
