namespace Contacts.ContractTool;

/// <summary>The tool's documentation.</summary>
internal static class HelpText
{
    public const string Usage = """
        Usage: contract-tool check <contract.yaml> [--sdk <folder>] [--warnings-as-errors]
               contract-tool normalize <contract.yaml> --output <file.json> [--sdk <folder>] [--warnings-as-errors]
               contract-tool diff [<older.yaml> [<newer.yaml>]]
        """;

    private const int Width = 100;

    private const string Head = """
        check      checks an OpenAPI contract before C# is generated from it, so that a broken contract stops the build
                   at its own line, and never as C# that does not compile or that silently does something else.
        normalize  checks it, and writes it in the plain form from which C# is generated.
        diff       says what changed since a released contract, for users of the API and of the C# client, what of it
                   breaks them, and which version SemVer asks for. Without files: the newest of openapi/released
                   against openapi/contacts.yaml. Both clients are generated and compiled, so it takes some seconds,
                   and the SDK must be restored.

        """;

    private const string Body = """

        Options of check and normalize
          --sdk <folder>         The hand-written source beside which the C# is compiled: names that it has taken are
                                 not taken again.
          --output <file.json>   The file to write. It is the same, byte for byte, for the same contract.
          --warnings-as-errors   Reports each warning as an error.
          --help, -h             This text.

        Output of check and normalize
          One line for each finding, in the order of the file, in the form that MSBuild and editors read:
            openapi/contacts.yaml(12,7): error CTR030: Property 'age' of schema 'Contact' has the type 'strng' …
          An error means that no right client can be made; a warning is a matter of style. Of a rule's warnings five are
          shown, and the others are counted in a line.
          The path is printed as it was given. Nothing is printed when nothing is found.
          What cannot be read, or is no OpenAPI document, is told alone: the other rules wait until that is mended.

        Output of diff
          What breaks, what is added, and where only words differ. Lines that begin with 'C#:' are about the client: a
          change may break source that is compiled again, programs that were compiled before, or both.
          A new value of an enum or a new kind breaks nobody: C# reads it as well as those that are listed.

        Exit codes
          0   no errors; for diff: the version is high enough
          1   errors; for diff: info.version is lower than the changes ask for, or a contract cannot be read
          2   wrong usage; the reason goes to standard error

        How a name becomes C#
          The wire's name is split at all that is no letter and no digit, and each part gets a capital: 'has_more' becomes
          HasMore. Names that would be one are told apart by their signs: '-name' beside 'name' becomes MinusName.
          'x-csharp-name' takes its place. 'x-csharp-skip: true' takes the object out of the checks of names.

        What the rules promise
        """;

    private const string Style = """

        What is a matter of style
        """;

    public static void Write(TextWriter output)
    {
        output.WriteLine(Head);
        output.WriteLine(Usage);
        output.WriteLine(Body);
        WriteRules(output, Severity.Error);
        output.WriteLine(Style);
        WriteRules(output, Severity.Warning);
    }

    private static void WriteRules(TextWriter output, Severity severity)
    {
        foreach (var rule in RuleBook.All.Where(rule => rule.Severity == severity))
        {
            WriteWrapped(output, "  " + rule.Code + "   ", rule.Summary);
        }
    }

    private static void WriteWrapped(TextWriter output, string label, string text)
    {
        var line = label;
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                output.WriteLine(line.TrimEnd());
                line = new string(' ', label.Length);
            }

            line += word + " ";
        }

        output.WriteLine(line.TrimEnd());
    }
}
