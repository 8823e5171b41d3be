using System.Text;

namespace Contacts.ContractTool;

/// <summary>Checks a contract against every rule.</summary>
public static class ContractChecker
{
    /// <summary>Checks the file at <paramref name="path"/>; a missing or unreadable file is a finding too.</summary>
    public static IReadOnlyList<Finding> CheckFile(string path, IReadOnlyCollection<string>? reserved = null) => ReadFile(path, reserved).Findings;

    /// <summary>Reads and checks the file at <paramref name="path"/>; the contract is null if it cannot be read.</summary>
    public static (Contract? Contract, IReadOnlyList<Finding> Findings) ReadFile(string path, IReadOnlyCollection<string>? reserved = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Read(path, File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)), reserved);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            var findings = new Findings(path);
            findings.Add(ReadingRules.File, Position.Start, Unreadable(exception));
            return (null, findings.InOrder());
        }
    }

    /// <summary>Checks <paramref name="text"/>; <paramref name="path"/> only names it in the findings.</summary>
    /// <param name="path">The file's name as the findings give it.</param>
    /// <param name="text">The contract, in YAML.</param>
    /// <param name="reserved">C# names of hand-written types that no schema may take.</param>
    public static IReadOnlyList<Finding> Check(string path, string text, IReadOnlyCollection<string>? reserved = null) => Read(path, text, reserved).Findings;

    private static (Contract? Contract, IReadOnlyList<Finding> Findings) Read(string path, string text, IReadOnlyCollection<string>? reserved)
    {
        var findings = new Findings(path);
        if (ContractReader.Read(text, findings) is not { } root)
        {
            return (null, findings.InOrder());
        }

        var contract = ContractWalker.Walk(root, reserved ?? []);
        foreach (var rule in RuleBook.ContractRules)
        {
            rule.Check(contract, findings);
        }

        return (contract, findings.InOrder());
    }

    private static string Unreadable(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The contract does not exist: correct the path, or restore the file.",
        DecoderFallbackException => "The contract is not UTF-8: save it as UTF-8.",
        _ => $"The contract cannot be read: {exception.Message.TrimEnd('.')}. Make it readable for the build.",
    };
}
