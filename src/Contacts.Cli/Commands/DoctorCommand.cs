using System.CommandLine;
using Contacts.Cli.Doctor;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFactory commands, CliHost host) => commands.CreateUnconnected(
        "doctor",
        "Checks configuration, connection, credential and clock, and tells which dialect fits. It only reads.",
        (connect, cancellationToken) => new Diagnostics(host).RunAsync(connect, cancellationToken));
}
