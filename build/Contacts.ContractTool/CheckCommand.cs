namespace Contacts.ContractTool;

/// <summary><c>check</c>: every finding of a contract, in the form that MSBuild reads.</summary>
internal static class CheckCommand
{
    private const string ReservedOption = "--reserved";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var reserved = new HashSet<string>(StringComparer.Ordinal);
        if (Parse(arguments, reserved, out var path) is { } problem)
        {
            return CommandLine.Misused(error, problem);
        }

        var (_, findings) = ContractChecker.CheckFile(path, reserved);
        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        return findings.Count == 0 ? CommandLine.NoFindings : CommandLine.SomeFindings;
    }

    /// <summary>The problem in one sentence when the arguments are not those of <c>check</c>, else null.</summary>
    private static string? Parse(IReadOnlyList<string> arguments, HashSet<string> reserved, out string path)
    {
        path = "";
        if (arguments is not ["check", ..])
        {
            return arguments.Count == 0 ? "say what to do" : $"'{arguments[0]}' is no command";
        }

        for (var index = 1; index < arguments.Count; index++)
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
                return $"{ReservedOption} needs names, separated by commas";
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                return $"'{argument}' is no option of check";
            }
            else if (path.Length > 0 || argument.Length == 0)
            {
                return "check takes one file";
            }
            else
            {
                path = argument;
            }
        }

        return path.Length > 0 ? null : "check needs the contract's file";
    }

    // MSBuild joins its items with semicolons.
    private static string[] Names(string list) =>
        list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
