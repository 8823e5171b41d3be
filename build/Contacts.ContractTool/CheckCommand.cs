namespace Contacts.ContractTool;

/// <summary><c>check</c>: every finding of a contract.</summary>
internal static class CheckCommand
{
    private const string ReservedOption = "--reserved";
    private const string StrictOption = "--warnings-as-errors";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var reserved = new HashSet<string>(StringComparer.Ordinal);
        if (Parse(arguments, reserved, out var path, out var isStrict) is { } problem)
        {
            return CommandLine.Misused(error, problem);
        }

        return ContractChecker.CheckFile(path, output, isStrict, reserved) is null ? CommandLine.Errors : CommandLine.NoErrors;
    }

    /// <summary>The problem in one sentence when the arguments are not those of <c>check</c>, else null.</summary>
    private static string? Parse(IReadOnlyList<string> arguments, HashSet<string> reserved, out string path, out bool isStrict)
    {
        path = "";
        isStrict = false;
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
            else if (argument == StrictOption)
            {
                isStrict = true;
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
