using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A place in the contract's text; both numbers count from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of the file.</summary>
    public static Position Start { get; } = new(1, 1);
}

/// <summary>How serious it is to break a rule.</summary>
internal enum Severity
{
    /// <summary>No correct client can be generated.</summary>
    Error,

    /// <summary>A correct client can be generated, but the contract does not follow this project's style.</summary>
    Warning,
}

/// <summary>A rule that the contract must follow: its code, and a summary for the help.</summary>
internal record Rule(string Code, string Summary, Severity Severity = Severity.Error);

/// <summary>A place where a rule is broken, and a sentence that says how, and how to correct it.</summary>
internal sealed record Problem(Position Position, string Message);

/// <summary>A problem, with the file and the code of the rule.</summary>
internal sealed record Finding(string Path, Position Position, string Code, string Message, Severity Severity = Severity.Error)
{
    /// <summary>The form that MSBuild reads from a tool's output: <c>file(line,column): error CODE: text</c>.</summary>
    public override string ToString()
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"{Path}({Position.Line},{Position.Column}): {severity} {Code}: {Message}");
    }
}

/// <summary>Collects findings and returns them in the order of the text.</summary>
internal sealed class Findings
{
    private readonly string _path;
    private readonly List<Finding> _all;

    public Findings(string path)
        : this(path, [])
    {
    }

    private Findings(string path, List<Finding> all) => (_path, _all) = (path, all);

    public bool HasErrors => _all.Exists(static finding => finding.Severity == Severity.Error);

    /// <summary>The same collection, for findings in another file.</summary>
    public Findings In(string file) => new(Path.Combine(Path.GetDirectoryName(_path) ?? "", file).Replace('\\', '/'), _all);

    public void Add(Rule rule, params IEnumerable<Problem> problems) =>
        _all.AddRange(problems.Select(
            problem => new Finding(_path, problem.Position, rule.Code, Sentence(problem.Message), rule.Severity)));

    public IReadOnlyList<Finding> InOrder() =>
    [
        .. _all.Distinct().OrderBy(static finding => finding.Position.Line)
            .ThenBy(static finding => finding.Position.Column)
            .ThenBy(static finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];

    // MSBuild treats each line as a message, and a name in the contract may contain a line break.
    private static string Sentence(string message) => char.ToUpperInvariant(message[0])
        + string.Concat(message.Skip(1).Select(static character => char.IsControl(character) ? ' ' : character));
}
