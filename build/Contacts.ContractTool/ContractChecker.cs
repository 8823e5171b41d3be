using System.Text;

namespace Contacts.ContractTool;

/// <summary>Checks a contract against every rule.</summary>
public static class ContractChecker
{
    /// <summary>Checks the file at <paramref name="path"/>; a missing or unreadable file is a finding too.</summary>
    public static IReadOnlyList<Finding> CheckFile(string path, IReadOnlyCollection<string>? reserved = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string text;
        try
        {
            text = File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            var findings = new Findings(path);
            findings.Add(ReadingRules.File, Position.Start, Unreadable(exception));
            return findings.InOrder();
        }

        return Check(path, text, reserved);
    }

    /// <summary>Checks <paramref name="text"/>; <paramref name="path"/> only names it in the findings.</summary>
    /// <param name="path">The file's name as the findings give it.</param>
    /// <param name="text">The contract, in YAML.</param>
    /// <param name="reserved">C# names of hand-written types that no schema may take.</param>
    public static IReadOnlyList<Finding> Check(string path, string text, IReadOnlyCollection<string>? reserved = null)
    {
        var findings = new Findings(path);
        if (ContractReader.Read(text, findings) is { } root)
        {
            var contract = ContractWalker.Walk(root, reserved ?? []);
            foreach (var rule in RuleBook.ContractRules)
            {
                rule.Check(contract, findings);
            }
        }

        return findings.InOrder();
    }

    private static string Unreadable(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The contract does not exist: correct the path, or restore the file.",
        DecoderFallbackException => "The contract is not UTF-8: save it as UTF-8.",
        _ => $"The contract cannot be read: {exception.Message.TrimEnd('.')}. Make it readable for the build.",
    };
}
