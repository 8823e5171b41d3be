using Contacts.Cli;
using Contacts.Cli.Hosting;

return await CommandLine.RunAsync(args, CliHost.ForProcess());
