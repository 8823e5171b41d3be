using System.CommandLine;
using Contacts.Cli.Options;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary>The options that say how an emulator is.</summary>
internal static class EmulatorOptions
{
    public static Option<int> Port() => Number("--port", "The port on 127.0.0.1; 0 takes any that is free.", 0, 0, 65_535);

    public static Option<int> Contacts() => Number("--contacts", "How many contacts to make up, up to 100000.", 25, 0, ContactsEmulatorOptions.MaxContacts);

    public static Option<int> Seed() => Number("--seed", "What the data is made up from: equal seeds give equal data.", 1, int.MinValue, int.MaxValue);

    public static Option<bool> Strict() => new("--strict")
    {
        Description = "Ignore what only the other dialect writes, as the service is thought to do.",
    };

    public static Option<string> Dialect(string description)
    {
        var option = DialectOption.Create(description);
        option.DefaultValueFactory = static _ => "webapp";
        return option;
    }

    private static Option<int> Number(string name, string description, int otherwise, int minimum, int maximum)
    {
        var option = Numbers.Option(name, description, "n", minimum, maximum);
        option.DefaultValueFactory = _ => otherwise;
        return option;
    }
}
