using System.CommandLine;
using System.Globalization;

namespace Contacts.Cli.Options;

/// <summary>Options that are whole numbers within bounds.</summary>
internal static class Numbers
{
    public static Option<int> Option(string name, string description, string helpName, int minimum, int maximum = int.MaxValue)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                    && value >= minimum && value <= maximum)
                {
                    return value;
                }

                result.AddError($"{name} must be a whole number{Bounds(minimum, maximum)}.");
                return 0;
            },
        };
        return option;
    }

    /// <summary>The value, or null if the option was not given.</summary>
    public static int? Given(this ParseResult parsed, Option<int> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static string Bounds(int minimum, int maximum) => (minimum, maximum) switch
    {
        (int.MinValue, int.MaxValue) => "",
        (_, int.MaxValue) => $", {minimum} or more",
        _ => $", {minimum} to {maximum}",
    };
}
