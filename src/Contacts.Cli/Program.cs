using Contacts.Cli;
using Contacts.Cli.Hosting;

return await CommandLine.RunAsync(args, CliHost.ForProcess());

// Said, because a generator of ASP.NET Core makes it public otherwise.
internal sealed partial class Program;
