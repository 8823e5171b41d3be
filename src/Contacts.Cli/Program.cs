using Contacts.Cli;

return await CommandLine.RunAsync(args);
