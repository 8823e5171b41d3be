namespace Contacts.ContractTool;

/// <summary><c>check</c>: every finding of a contract.</summary>
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

        return ContractChecker.CheckFile(path, output, reserved) is null ? CommandLine.SomeFindings : CommandLine.NoFindings;
    }

    /// <summary>The problem in one sentence when the arguments are not those of <c>check</c>, else null.</summary>
    private static string? Parse(IReadOnlyList<string> arguments, HashSet<string> reserved, out string path)
    {
        path = "";
        if (arguments is not ["check", ..])
        {
            return arguments.Count == 0 ? "say what to do" : $"'{arguments[0]}' is no command";
        }

        var rest = new Queue<string>(arguments.Skip(1));
        while (rest.TryDequeue(out var argument))
        {
            if (argument.Split('=', 2) is [ReservedOption, .. var value])
            {
                if (value is not [var names] && !rest.TryDequeue(out names))
                {
                    return $"{ReservedOption} needs names, separated by commas";
                }

                // MSBuild joins its items with semicolons.
                reserved.UnionWith(names.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
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
}
