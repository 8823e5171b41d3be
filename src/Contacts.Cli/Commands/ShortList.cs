using Contacts.Cli.Connection;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary>Shows a list that comes whole.</summary>
internal static class ShortList
{
    public static async Task ShowAsync<T>(ServiceCall call, IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns, string name)
    {
        await call.Results.ListAsync(items, items, columns);
        if (items.Count == 0)
        {
            call.Remark($"No {name}.");
        }
    }
}
