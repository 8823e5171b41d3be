namespace Contacts.ContractTool;

/// <summary>The command: arguments in, findings and an exit code out.</summary>
internal static class CommandLine
{
    public const int NoErrors = 0;
    public const int Errors = 1;
    public const int WrongUsage = 2;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (arguments.Any(static argument => argument is "--help" or "-h" or "-?" or "help"))
        {
            HelpText.Write(output);
            return NoErrors;
        }

        return arguments is ["diff", ..]
            ? DiffCommand.Run(arguments, output, error, ClientComparer.Compare)
            : CheckCommand.Run(arguments, output, error);
    }

    internal static int Misused(TextWriter error, string problem)
    {
        error.WriteLine($"contract-tool: {problem}");
        error.WriteLine(HelpText.Usage);
        error.WriteLine("'contract-tool --help' says more.");
        return WrongUsage;
    }
}
