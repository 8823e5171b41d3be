using System.Text;

namespace Contacts.Cli.Output;

/// <summary>Comma-separated values as in RFC 4180, in UTF-8: a line of column names, and a line for each item.</summary>
internal sealed class CsvResults(Stream output, TableView view) : Results
{
    public override async Task OneAsync<T>(T value, string? sentence = null)
    {
        var fields = ModelJson.ToElement(value).EnumerateObject().ToList();
        await output.WriteAsync(Encoding.UTF8.GetBytes(
            LineOf(fields.Select(static field => field.Name)) + LineOf(fields.Select(static field => TableResults.Text(field.Value)))));
    }

    public override async Task ListAsync<TResponse, TItem>(
        TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns)
    {
        await using var sink = Begin(columns);
        await sink.AddAsync(items);
        await sink.CompleteAsync();
    }

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) => new CsvSink<T>(output, view.Select(columns));

    private static string LineOf(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class CsvSink<T>(Stream output, IReadOnlyList<Column<T>> columns) : ItemSink<T>
    {
        private bool _hasHead;

        public override Task AddAsync(IReadOnlyList<T> items) => WriteAsync(
            string.Concat(items.Select(item => LineOf(columns.Select(column => column.Value(item) ?? "")))));

        // A list without items has its head, too.
        public override Task CompleteAsync() => WriteAsync("");

        private async Task WriteAsync(string lines)
        {
            var head = _hasHead ? "" : LineOf(columns.Select(static column => column.Name));
            _hasHead = true;
            await output.WriteAsync(Encoding.UTF8.GetBytes(head + lines));
        }
    }
}
