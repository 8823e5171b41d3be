using System.CommandLine;
using System.Globalization;

namespace Contacts.Cli.Commands;

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

                result.AddError(maximum == int.MaxValue ? $"{name} must be a whole number, {minimum} or more." : $"{name} must be a whole number, {minimum} to {maximum}.");
                return 0;
            },
        };
        return option;
    }

    /// <summary>The value, or null when the option was not given.</summary>
    public static int? Given(this ParseResult parsed, Option<int> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option);
}
