using System.Globalization;

namespace Contacts.Cli.Output.Views;

/// <summary>Values as the tables have them, in every culture alike.</summary>
internal static class Cells
{
    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
