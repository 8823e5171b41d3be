namespace Contacts.ContractTool;

/// <summary>
/// <c>check</c>: every finding of a contract. <c>normalize</c>: the same, and the contract in the plain form from which C# is generated.
/// </summary>
internal static class CheckCommand
{
    private const string Output = "--output";
    private const string Sdk = "--sdk";
    private const string Strict = "--warnings-as-errors";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (Parse(arguments, out var options) is { } problem)
        {
            return CommandLine.Misused(error, problem);
        }

        var reserved = options.GetValueOrDefault(Sdk) is { } folder ? SdkNames.Read(folder) : SdkNames.None;
        var contract = ContractChecker.CheckFile(options[""], output, options.ContainsKey(Strict), reserved);
        if (contract is null)
        {
            return CommandLine.Errors;
        }

        if (options.TryGetValue(Output, out var file))
        {
            File.WriteAllBytes(file, JsonText.Write(contract.Normalized));
        }

        return CommandLine.NoErrors;
    }

    /// <summary>The problem in one sentence when the arguments are not those of the command, else null.</summary>
    /// <param name="arguments">The arguments, the command first.</param>
    /// <param name="options">The options and their values; the file is that without a name.</param>
    private static string? Parse(IReadOnlyList<string> arguments, out Dictionary<string, string> options)
    {
        options = new(StringComparer.Ordinal);
        if (arguments is not ["check" or "normalize", ..])
        {
            return arguments.Count == 0 ? "say what to do" : $"'{arguments[0]}' is no command";
        }

        var command = arguments[0];
        var rest = new Queue<string>(arguments.Skip(1));
        while (rest.TryDequeue(out var argument))
        {
            var parts = argument.Split('=', 2);
            if (parts[0] == Sdk || (parts[0] == Output && command == "normalize"))
            {
                if (parts is not [_, var value] && !rest.TryDequeue(out value))
                {
                    return $"{parts[0]} needs a path";
                }

                options[parts[0]] = value;
            }
            else if (argument == Strict)
            {
                options[Strict] = "";
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                return $"'{argument}' is no option of {command}";
            }
            else if (argument.Length == 0 || !options.TryAdd("", argument))
            {
                return $"{command} takes one file";
            }
        }

        return !options.ContainsKey("") ? $"{command} needs the contract's file"
            : command == "normalize" && !options.ContainsKey(Output) ? $"normalize needs {Output} and the file to write"
            : null;
    }
}
