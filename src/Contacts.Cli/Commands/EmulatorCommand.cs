using System.CommandLine;
using Contacts.Cli.Emulator;
using Contacts.Cli.Hosting;
using Contacts.Cli.Web;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts emulator</c>: the API on a port, until it is told to stop.</summary>
internal static class EmulatorCommand
{
    /// <summary>
    /// The same command under a name that the help does not list, because one of the vendor's environments has that name.
    /// </summary>
    public static Command CreateUnlisted(CliHost host)
    {
        var command = Create(host, "sandbox");
        command.Hidden = true;
        return command;
    }

    public static Command Create(CliHost host) => Create(host, "emulator");

    private static Command Create(CliHost host, string name)
    {
        var options = new EmulatorOptions();
        var log = new Option<bool>("--log")
        {
            Description = "Write a line for each request: time, method, status, operation, duration and path; no query and no body.",
        };
        var command = new Command(
            name,
            "Runs the API with synthetic data on 127.0.0.1, until Ctrl-C or SIGTERM, with an inbox for the browser. Any credential that is "
            + "not empty is accepted, except those that stand for rejected ones, such as api_unknown and api_scoped. The data is kept in "
            + "memory only.");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.Add(log);
        command.Add(ExportMappingsCommand.Create(host));
        command.Add(RecordCommand.Create(host));
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed, options, parsed.GetValue(log), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, EmulatorOptions options, bool log, TextWriter output, CancellationToken cancellationToken)
    {
        var site = new EmulatorSite();
        var lines = new RequestLines(output, TimeProvider.System);
        await using var emulator = await options.StartAsync(parsed, settings =>
        {
            site.AddTo(settings);
            settings.Handled += log ? lines.Write : null;
        });
        site.Emulator = emulator;

        // Scripts read the first line.
        await output.WriteLineAsync($"Listening on {emulator.GatewayUrl.AbsoluteUri.TrimEnd('/')}");
        await output.WriteLineAsync("Open it in a browser, or use it from another terminal:");
        await output.WriteLineAsync();
        await output.WriteLineAsync(Assignment("IMBRACE_GATEWAY_URL", emulator.GatewayUrl.AbsoluteUri.TrimEnd('/')));
        await output.WriteLineAsync(Assignment("IMBRACE_API_KEY", "api_emulator"));
        await output.WriteLineAsync();
        await output.FlushAsync(CancellationToken.None);
        var stopped = new TaskCompletionSource();
        await using (cancellationToken.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        return ExitCode.Success;
    }

    /// <summary>A line to paste into the shell that is usual on this system.</summary>
    private static string Assignment(string variable, string value) =>
        OperatingSystem.IsWindows() ? $"    $env:{variable} = \"{value}\"" : $"    export {variable}={value}";
}
