using Contacts.ContractTool;

return CommandLine.Run(args, Console.Out, Console.Error);
