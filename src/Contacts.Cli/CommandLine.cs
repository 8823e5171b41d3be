using System.CommandLine;
using Contacts.Cli.Commands;

namespace Contacts.Cli;

/// <summary>The commands, and what the process returns.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tries out the contacts and notifications API, without the service and without a network.")
        {
            DemoCommand.Create(),
            SandboxCommand.Create(),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
