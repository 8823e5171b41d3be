using System.CommandLine;
using System.Globalization;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Mappings;
using Contacts.Cli.Options;
using Contacts.Cli.Recording;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts emulator record</c>: what a real gateway answers, as mapping files without what is personal.</summary>
internal sealed class RecordCommand
{
    private readonly Argument<string> _folder = new("folder") { Description = "Where to write the files; it is created if need be." };
    private readonly Option<string> _gateway = new ConnectionOptions().Gateway;

    private readonly Option<int> _port =
        Numbers.Option("--port", "The port on 127.0.0.1; 0, the default, takes any free port.", "n", 0, 65_535);

    private readonly Option<string[]> _keep = new("--keep")
    {
        Description = "Fields whose texts may stay, such as channel_type,message. Credentials are replaced all the same.",
        HelpName = "field,…",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Write without asking; required if there is no terminal." };
    private readonly MappingFolder _target = new();

    public static Command Create(CliHost host)
    {
        var record = new RecordCommand();
        var command = new Command(
            "record",
            "Forwards requests to a real gateway, and writes the responses as mapping files for WireMock. Names, addresses, telephone "
            + "numbers, texts, ids and credentials are replaced by invented ones of the same form. What stays is shown before anything is "
            + "written. Enter ends the recording; Ctrl-C, too, and then nothing is written unless --yes was given.")
        {
            record._folder,
            record._gateway,
            record._port,
            record._keep,
            record._yes,
        };
        foreach (var option in record._target.Options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(
            host, CommandFactory.PathOf(parsed), null, () => record.RunAsync(parsed, host, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken cancellationToken)
    {
        var (gateway, _) = GatewayAddress.Of(parsed.GetValue(_gateway), host.Variable);
        var isAgreed = parsed.GetValue(_yes);
        if (!isAgreed && host.ReadAnswer is null)
        {
            throw new UsageException("There is no terminal to ask at: use --yes to write what was recorded when the command is ended.");
        }

        var folder = parsed.GetValue(_folder)!;
        _target.RequireFree(parsed, folder, EmulatedContract.Embedded.Operations.Select(static operation => operation.Id));
        var output = parsed.InvocationConfiguration.Output;
        var recording = new RecordedStubs([.. (parsed.GetValue(_keep) ?? []).SelectMany(static names => names.Split(','))]);
        await using (var proxy = await RecordingProxy.StartAsync(
            gateway, parsed.GetValue(_port), recording, exchange => Tell(output, exchange), cancellationToken))
        {
            await output.WriteLineAsync($"Listening on {proxy.Address.GetLeftPart(UriPartial.Authority)}");
            await output.WriteLineAsync($"Requests are forwarded to {gateway.GetLeftPart(UriPartial.Authority)}.");
            await output.WriteLineAsync(isAgreed ? "Ctrl-C ends the recording and writes it." : "Enter ends the recording.");
            await output.FlushAsync(CancellationToken.None);
            await UntilEndAsync(host, isAgreed, cancellationToken);
        }

        Show(output, recording);
        if (recording.Stubs.Count == 0 || !(isAgreed || await IsWantedAsync(host, folder, cancellationToken)))
        {
            await output.WriteLineAsync("Nothing was written.");
            return ExitCode.Failure;
        }

        await output.WriteLineAsync(await _target.WriteAsync(parsed, folder, recording.Stubs, CancellationToken.None));
        return ExitCode.Success;
    }

    private static async Task UntilEndAsync(CliHost host, bool isAgreed, CancellationToken cancellationToken)
    {
        if (!isAgreed)
        {
            await host.ReadAnswer!(cancellationToken);
            return;
        }

        var stopped = new TaskCompletionSource();
        await using (cancellationToken.Register(stopped.SetResult))
        {
            await stopped.Task;
        }
    }

    private static void Tell(TextWriter output, RecordedExchange exchange)
    {
        var kept = exchange.NotKept is { } reason ? $"not kept: {reason}" : exchange.Operation;
        lock (output)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exchange.Method,-6}  {exchange.Status}  {kept}"));
            output.Flush();
        }
    }

    /// <summary>What would be written: each request, and each text that is not invented.</summary>
    private static void Show(TextWriter output, RecordedStubs recording)
    {
        output.WriteLine();
        foreach (var stub in recording.Stubs.OrderBy(static stub => stub.Title, StringComparer.Ordinal))
        {
            output.WriteLine($"  {stub.Method,-6}  {SafeText.Of(stub.Title)}");
        }

        output.WriteLine();
        output.WriteLine($"{recording.ReplacedCount} different texts were replaced. What stays as it came:");
        foreach (var (field, texts) in recording.Kept)
        {
            output.WriteLine($"  {field}: {string.Join(", ", texts.Select(SafeText.Of))}");
        }

        output.WriteLine();
    }

    private static async Task<bool> IsWantedAsync(CliHost host, string folder, CancellationToken cancellationToken)
    {
        await host.Error.WriteAsync($"Write this to {folder}? [y/N] ");
        await host.Error.FlushAsync(cancellationToken);
        return (await host.ReadAnswer!(cancellationToken))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
