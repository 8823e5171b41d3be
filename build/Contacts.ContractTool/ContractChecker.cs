namespace Contacts.ContractTool;

/// <summary>A contract that a right client can be made from.</summary>
/// <param name="AsWritten">As its author wrote it.</param>
/// <param name="Normalized">In the plain form from which C# is generated.</param>
internal sealed record CheckedContract(Contract AsWritten, ContractMapping Normalized);

/// <summary>Reads a contract, checks it against every rule, and normalizes it.</summary>
internal static class ContractChecker
{
    /// <summary>How many warnings of a rule are shown before the others are only counted.</summary>
    private const int MostWarnings = 5;

    /// <summary>Checks a file and prints each finding, in the form that MSBuild reads; null if there is an error.</summary>
    /// <param name="path">The file; the findings name it as it is given here.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="warningsAreErrors">Whether to report a warning as an error.</param>
    /// <param name="sdk">The names that hand-written code has taken.</param>
    public static CheckedContract? CheckFile(string path, TextWriter output, bool warningsAreErrors = false, SdkNames? sdk = null)
    {
        var findings = new Findings(path);
        var contract = ContractReader.ReadFile(path, findings) is { } text ? Check(path, text, findings, sdk ?? SdkNames.None) : null;
        if (findings.HasErrors || (warningsAreErrors && findings.InOrder().Count > 0))
        {
            contract = null;
        }

        var shown = warningsAreErrors ? findings.InOrder().Select(AsError) : Shortened(findings.InOrder());
        foreach (var finding in shown.OrderBy(static one => one.Position.Line))
        {
            output.WriteLine(finding.ToString());
        }

        return contract;
    }

    private static Finding AsError(Finding finding) => finding with { Severity = Severity.Error };

    // A document that is written in another style breaks the rules of this one on every line, and would hide its errors behind them.
    private static IEnumerable<Finding> Shortened(IReadOnlyList<Finding> findings)
    {
        foreach (var rule in findings.GroupBy(static finding => (finding.Code, finding.Severity)))
        {
            var hidden = rule.Key.Severity == Severity.Warning ? rule.Count() - MostWarnings : 0;
            foreach (var finding in hidden > 0 ? rule.Take(MostWarnings) : rule)
            {
                yield return finding;
            }

            if (hidden > 0)
            {
                yield return rule.ElementAt(MostWarnings) with
                {
                    Message = $"And {hidden} more of {rule.Key.Code}, this one among them: '--warnings-as-errors' shows all.",
                };
            }
        }
    }

    /// <summary>Checks a text; the path only names it in the findings.</summary>
    public static IReadOnlyList<Finding> Check(string path, string text, SdkNames? sdk = null)
    {
        var findings = new Findings(path);
        Check(path, text, findings, sdk ?? SdkNames.None);
        return findings.InOrder();
    }

    private static CheckedContract? Check(string path, string text, Findings findings, SdkNames sdk)
    {
        if (ContractReader.Read(text, findings) is not { } root)
        {
            return null;
        }

        if (DocumentRules.VersionProblem(root) is { } problem)
        {
            findings.Add(DocumentRules.Version, problem);
            return null;
        }

        var newer = root.Find("swagger") is null
            ? root
            : OlderVersion.Convert(root, refused => findings.Add(DocumentRules.Version, refused));
        if (newer is null)
        {
            return null;
        }

        ReferencedParts.Bring(newer, Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", findings);
        NewerVersions.Rewrite(newer);
        var contract = new Contract(newer);
        foreach (var rule in RuleBook.ContractRules)
        {
            findings.Add(rule, rule.Check(contract));
        }

        return findings.HasErrors ? null : new(contract, ContractNormalizer.Normalize(contract, sdk, findings));
    }
}
