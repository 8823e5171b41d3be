using System.CommandLine;
using Contacts.Cli.Doctor;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFactory commands, CliHost host) => commands.CreateUnconnected(
        "doctor",
        "Checks configuration, reachability, credential and clock, tells which form the service answers in, and prints the lines to paste. It only reads.",
        (connect, cancellationToken) => new Examination(host).RunAsync(connect, cancellationToken));
}
