using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A place in the contract's text; both numbers count from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of the file.</summary>
    public static Position Start { get; } = new(1, 1);
}

/// <summary>What it means that a rule is broken.</summary>
internal enum Severity
{
    /// <summary>No right client can be made.</summary>
    Error,

    /// <summary>A right client can be made; the contract is not in this project's style.</summary>
    Warning,
}

/// <summary>A promise that the contract keeps: its code, and the promise in one line for the help.</summary>
internal record Rule(string Code, string Summary, Severity Severity = Severity.Error);

/// <summary>A place where a rule is broken, and the sentence that says how and what to do.</summary>
internal sealed record Problem(Position Position, string Message);

/// <summary>A problem with the file and the code of the rule.</summary>
internal sealed record Finding(string Path, Position Position, string Code, string Message, Severity Severity = Severity.Error)
{
    /// <summary>The form that MSBuild reads from a tool's output: <c>file(line,column): error CODE: text</c>.</summary>
    public override string ToString()
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"{Path}({Position.Line},{Position.Column}): {severity} {Code}: {Message}");
    }
}

/// <summary>Collects what is found and gives it back in the order of the text.</summary>
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

    /// <summary>The same findings, for what is found in another file beside the contract's.</summary>
    public Findings In(string file) => new(Path.Combine(Path.GetDirectoryName(_path) ?? "", file).Replace('\\', '/'), _all);

    public void Add(Rule rule, params IEnumerable<Problem> problems) =>
        _all.AddRange(problems.Select(
            problem => new Finding(_path, problem.Position, rule.Code, Sentence(problem.Message), rule.Severity)));

    public IReadOnlyList<Finding> InOrder() =>
    [
        .. _all.OrderBy(static finding => finding.Position.Line)
            .ThenBy(static finding => finding.Position.Column)
            .ThenBy(static finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];

    // MSBuild reads line by line, and a name in the contract may hold anything.
    private static string Sentence(string message) => char.ToUpperInvariant(message[0])
        + string.Concat(message.Skip(1).Select(static character => char.IsControl(character) ? ' ' : character));
}
