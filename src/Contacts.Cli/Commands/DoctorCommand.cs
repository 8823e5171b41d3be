using System.CommandLine;
using Contacts.Cli.Doctor;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFactory commands, CliHost host) => commands.CreateUnconnected(
        "doctor",
        "Checks the configuration, connection, credential and clock, and says which dialect fits. It changes nothing.",
        (connect, cancellationToken) => new Diagnostics(host).RunAsync(connect, cancellationToken));
}
