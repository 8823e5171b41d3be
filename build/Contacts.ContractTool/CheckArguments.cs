namespace Contacts.ContractTool;

/// <summary>The arguments of <c>check</c>.</summary>
public sealed record CheckArguments(string Path, IReadOnlyCollection<string> Reserved)
{
    private const string ReservedOption = "--reserved";

    /// <summary>Null, and the problem in one sentence, when the arguments are not those of <c>check</c>.</summary>
    public static CheckArguments? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string? path = null;
        var reserved = new HashSet<string>(StringComparer.Ordinal);
        problem = arguments.Count == 0 ? "say what to do" : arguments[0] != "check" ? $"'{arguments[0]}' is no command" : "";
        for (var index = 1; index < arguments.Count && problem.Length == 0; index++)
        {
            var argument = arguments[index];
            if (argument == ReservedOption && index + 1 < arguments.Count)
            {
                reserved.UnionWith(Names(arguments[++index]));
            }
            else if (argument.StartsWith(ReservedOption + "=", StringComparison.Ordinal))
            {
                reserved.UnionWith(Names(argument[(ReservedOption.Length + 1)..]));
            }
            else if (argument == ReservedOption)
            {
                problem = $"{ReservedOption} needs names, separated by commas";
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                problem = $"'{argument}' is no option of check";
            }
            else if (path is not null || argument.Length == 0)
            {
                problem = "check takes one file";
            }
            else
            {
                path = argument;
            }
        }

        if (problem.Length == 0 && path is null)
        {
            problem = "check needs the contract's file";
        }

        return problem.Length == 0 ? new CheckArguments(path!, reserved) : null;
    }

    // MSBuild joins its items with semicolons.
    private static string[] Names(string list) =>
        list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
