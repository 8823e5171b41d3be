using System.CommandLine;
using Contacts.Cli.Explorer;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts emulator</c>: the API on a loopback port, until it is told to stop.</summary>
internal static class EmulatorCommand
{
    /// <summary>
    /// The same command under a name that the help does not list, because one of the vendor's environments has that name.
    /// </summary>
    public static Command CreateUnlisted()
    {
        var command = Create("sandbox");
        command.Hidden = true;
        return command;
    }

    public static Command Create() => Create("emulator");

    private static Command Create(string name)
    {
        var port = Number("--port", "The port on 127.0.0.1; 0 takes any free port.", 0, 0, 65_535);
        var contacts = Number("--contacts", "How many contacts to make up, up to 10000000.", 25, 0, ContactsEmulatorOptions.MaxContacts);
        var seed = Number("--seed", "The seed of the data: equal seeds give equal data.", 1, int.MinValue, int.MaxValue);
        var dialect = DialectOption.CreateWithDefault(
            "The dialect of the responses: the web application's, or the one that the vendor's reference promises.");
        var strict = new Option<bool>("--strict")
        {
            Description = "Ignore what only the other dialect writes, as the service is thought to do.",
        };
        var olderGateway = new Option<bool>("--older-gateway")
        {
            Description = "Behave like an older gateway, which drops the body of a DELETE, "
                + "so that dismissing needs the fallback for older gateways.",
        };
        var olderService = new Option<bool>("--older-service")
        {
            Description = "Behave like the older service, which returns 400 instead of 404 for an unknown id.",
        };
        var command = new Command(
            name,
            "Runs the API with synthetic data on 127.0.0.1, until Ctrl-C or SIGTERM, with a page for the browser on which to try every "
            + "operation. Any credential that is not empty is accepted, except those that stand for rejected ones, such as "
            + "api_unknown and api_scoped. The data is kept in memory only.")
        {
            port,
            contacts,
            seed,
            dialect,
            strict,
            olderGateway,
            olderService,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            options =>
            {
                options.Port = parsed.GetValue(port);
                options.Contacts = parsed.GetValue(contacts);
                options.Seed = parsed.GetValue(seed);
                options.Dialect = DialectOption.ToDialect(parsed.GetValue(dialect));
                options.Strict = parsed.GetValue(strict);
                options.OlderGateway = parsed.GetValue(olderGateway);
                options.OlderService = parsed.GetValue(olderService);
            },
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise, int minimum, int maximum)
    {
        var option = Numbers.Option(name, description, "n", minimum, maximum);
        option.DefaultValueFactory = _ => otherwise;
        return option;
    }

    private static async Task<int> RunAsync(
        Action<ContactsEmulatorOptions> configure, TextWriter output, CancellationToken cancellationToken)
    {
        var explorer = new ApiExplorer();
        await using var emulator = await ContactsEmulator.StartAsync(
            options =>
            {
                configure(options);
                options.InFront = explorer.AddTo;
            },
            CancellationToken.None);
        explorer.Emulator = emulator;

        // Scripts read the first line.
        await output.WriteLineAsync($"Listening on {emulator.GatewayUrl.GetLeftPart(UriPartial.Authority)}");
        await output.WriteLineAsync("Open it in a browser to read the contract and try every operation.");
        await output.FlushAsync(CancellationToken.None);
        var stopped = new TaskCompletionSource();
        await using (cancellationToken.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        return ExitCode.Success;
    }
}
