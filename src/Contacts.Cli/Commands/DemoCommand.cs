using System.CommandLine;
using Contacts.Cli.Demo;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts demo</c>: every operation once, against an emulator of its own.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var dialect = DialectOption.CreateWithDefault("The dialect to speak: the web application's, or that of the vendor's own SDKs.");
        var command = new Command(
            "demo",
            "Calls every operation once, against an emulator of its own.")
        {
            dialect,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(dialect), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? dialectName, TextWriter output, CancellationToken cancellationToken)
    {
        var dialect = DialectOption.ToDialect(dialectName);
        await using var emulator = ContactsEmulator.Start(options => options.Dialect = dialect);
        var client = emulator.CreateClient(options => options.Dialect = dialect);

        // The first calls of a process compile what they need and open the connection, so they take longer than a call usually does.
        await DemoRun.RunAsync(new DemoCalls(client), cancellationToken);
        emulator.Reset();
        var results = await DemoRun.RunAsync(new DemoCalls(client), cancellationToken);
        await DemoTable.WriteAsync(output, results);
        return results.All(static result => result.Succeeded) ? ExitCode.Success : ExitCode.Failure;
    }
}
