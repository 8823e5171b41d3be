using Contacts.Cli;
using Contacts.Cli.Hosting;

using var signals = new TerminationSignals();
var exitCode = await CommandLine.RunAsync(args, CliHost.ForProcess(), signals.Token);
return exitCode == ExitCode.Interrupted ? signals.ExitCode : exitCode;

// Declared here because a generator of ASP.NET Core would make it public.
internal sealed partial class Program;
