using System.Globalization;

namespace Contacts.Cli.Options;

/// <summary>Times as they are typed: <c>250ms</c>, <c>2s</c>, <c>1.5m</c>.</summary>
internal static class Times
{
    /// <summary>What a message says of the form.</summary>
    public const string Form = "a number and ms, s or m, such as 250ms";

    /// <returns>The time, or null if the text is not one.</returns>
    public static TimeSpan? Parse(string text)
    {
        var unit = text.TrimStart([.. "0123456789."]);
        TimeSpan? one = unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            _ => null,
        };
        var isNumber = double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return isNumber && one is { } time && number <= TimeSpan.FromDays(1) / time ? time * number : null;
    }
}
