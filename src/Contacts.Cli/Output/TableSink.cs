using System.Text;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Output;

/// <summary>
/// Aligned columns, or a block of lines per item on a terminal that is too narrow for columns. The first part decides the layout.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="columns">The columns.</param>
/// <param name="room">The width of the terminal; null for no limit.</param>
/// <param name="style">The colours.</param>
/// <param name="leftOut">Is told the titles of the columns for which there is no room, once there is a row.</param>
/// <param name="isWhole">Whether the first part is the only one, so that the layout need not allow for later ones.</param>
internal sealed class TableSink<T>(
    Stream output, IReadOnlyList<Column<T>> columns, int? room, Style style, Action<IReadOnlyList<string>> leftOut, bool isWhole)
    : ItemSink<T>
{
    private int[]? _widths;

    public override Task CompleteAsync()
    {
        if (_widths is { Length: > 0 } && _widths.Length < columns.Count)
        {
            leftOut([.. columns.Skip(_widths.Length).Select(static column => column.Header)]);
        }

        return Task.CompletedTask;
    }

    public override async Task AddAsync(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        var rows = items.Select(item => columns.Select(column => SafeText.Of(column.Value(item) ?? "")).ToArray()).ToList();
        var text = new StringBuilder();
        if (_widths is null)
        {
            _widths = Layout(rows);
            if (_widths.Length > 0)
            {
                var headers = columns.Select(static column => column.Header.ToUpperInvariant()).ToArray();
                text.Append(style.Bold(Line(headers, _widths))).Append('\n');
            }
        }

        foreach (var row in rows)
        {
            text.Append(_widths.Length > 0 ? Line(row, _widths) + "\n" : Block(row));
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private int[] Layout(List<string[]> rows)
    {
        var natural = columns.Select((column, index) => rows.Max(row => TextWidth.Of(row[index]))).ToArray();
        var wanted = columns
            .Select((column, index) => Math.Max(Math.Max(natural[index], column.Header.Length), isWhole ? 0 : column.Typical))
            .ToArray();
        var least = columns
            .Select((column, index) => Math.Min(wanted[index], Math.Max(column.Minimum, column.Header.Length)))
            .ToArray();
        return TableLayout.Fit(wanted, least, room);
    }

    /// <summary>Without a terminal nothing is cut: a longer cell in a later part shifts only its own line.</summary>
    private string Line(string[] cells, int[] widths)
    {
        var fitted = widths.Select((width, index) => TextWidth.Fit(
            cells[index], room is null ? Math.Max(width, TextWidth.Of(cells[index])) : width, columns[index].Shortening));
        return string.Join(new string(' ', TableLayout.Gap), fitted).TrimEnd();
    }

    private string Block(string[] cells)
    {
        var headers = columns.Max(static column => column.Header.Length);
        var text = new StringBuilder().Append(style.Bold(cells[0])).Append('\n');
        for (var index = 1; index < cells.Length; index++)
        {
            if (cells[index].Length > 0)
            {
                var width = Math.Max(8, room!.Value - headers - 4);
                var value = TextWidth.Fit(cells[index], width, columns[index].Shortening).TrimEnd();
                text.Append("  ").Append(style.Dim(columns[index].Header.PadRight(headers))).Append("  ").Append(value).Append('\n');
            }
        }

        return text.ToString();
    }
}
