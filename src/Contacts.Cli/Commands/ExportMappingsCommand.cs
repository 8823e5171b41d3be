using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Mappings;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts emulator export-mappings</c>: the contract as files for a mock server.</summary>
internal static class ExportMappingsCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("folder") { Description = "Where to write the files; it is created if need be." };
        var target = new MappingFolder();
        var command = new Command(
            "export-mappings",
            "Writes what the contract shows as mapping files for WireMock: a file for each operation, which answers with the example of a "
            + "success, and with any other documented response if the request asks for it, as in 'Prefer: code=404' or "
            + "'Prefer: code=400, example=noFileUploaded'.")
        {
            folder,
        };
        foreach (var option in target.Options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(
            host, CommandFactory.PathOf(parsed), null, async () =>
            {
                var stubs = Stub.OfContract(EmulatedContract.Embedded);
                var path = parsed.GetValue(folder)!;
                target.RequireFree(parsed, path, stubs.Select(static stub => stub.Operation));
                await parsed.InvocationConfiguration.Output.WriteLineAsync(await target.WriteAsync(parsed, path, stubs, cancellationToken));
                return ExitCode.Success;
            }));
        return command;
    }
}
