using System.Text;
using System.Text.Json;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Output;

/// <summary>Tables and lists of fields, for people.</summary>
internal sealed class TableResults(CliHost host, TableView view, Action<string> remark) : Results
{
    private readonly Style _style = new(host.UseColor);

    public override async Task OneAsync<T>(T value, string? sentence = null) =>
        await host.Output.WriteAsync(Encoding.UTF8.GetBytes(sentence is null ? Fields(ModelJson.ToElement(value)) : sentence + "\n"));

    public override async Task ListAsync<TResponse, TItem>(
        TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns)
    {
        if (items.Count > 0)
        {
            await using var table = BeginTable(columns, isWhole: true);
            await table.AddAsync(items);
            await table.CompleteAsync();
        }
    }

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) => BeginTable(columns, isWhole: false);

    private TableSink<T> BeginTable<T>(IReadOnlyList<Column<T>> columns, bool isWhole) =>
        new(host.Output, view.Select(columns), view.IsWide ? null : host.TerminalWidth, _style, RemarkOn, isWhole);

    private void RemarkOn(IReadOnlyList<string> leftOut) =>
        remark($"No room for {string.Join(" and ", leftOut)}: --wide shows everything, --columns what you choose.");

    /// <summary>The fields that are not empty, under the names that the service and <c>update --set</c> use.</summary>
    private string Fields(JsonElement value)
    {
        var fields = value.EnumerateObject()
            .Select(static field => (field.Name, Text: Text(field.Value)))
            .Where(static field => field.Text.Length > 0)
            .ToList();
        var names = fields.Select(static field => TextWidth.Of(field.Name)).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            text.Append(_style.Dim(TextWidth.Fit(SafeText.Of(field.Name), names))).Append("  ").Append(field.Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A value as people read it.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SafeText.Of(value.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array when value.GetArrayLength() == 0 => "",
        JsonValueKind.Object when !value.EnumerateObject().Any() => "",
        JsonValueKind.Array when value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => SafeText.Of(value.GetRawText()),
    };
}
