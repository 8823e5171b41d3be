using System.Globalization;
using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>The good contract with one text replaced, and what the check says about it.</summary>
internal sealed class BrokenContract(string text)
{
    private const string LineOf = "line of ";

    public string Text { get; } = text;

    public IReadOnlyList<Finding> Findings { get; } = ContractChecker.Check(GoodContract.Path, text);

    /// <summary>Replaces the only place in which <paramref name="old"/> stands.</summary>
    public static BrokenContract By(string old, string replacement) => new(Replace(GoodContract.Text, old, replacement));

    public static string Replace(string text, string old, string replacement)
    {
        text.Split(old).Should().HaveCount(2, "'{0}' should stand in the good contract once", old);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>
    /// There is one finding, of this code, in a line that holds <paramref name="at"/>, and its sentence names these things;
    /// <c>line of text</c> stands for the number of the first line that holds the text.
    /// </summary>
    public void IsReported(string code, string at, params string[] names)
    {
        var finding = Findings.Should().ContainSingle().Subject;
        finding.Code.Should().Be(code);
        finding.Path.Should().Be(GoodContract.Path);
        Text.Split('\n')[finding.Position.Line - 1].Contains(at, StringComparison.Ordinal)
            .Should().BeTrue("line {0} should be the one with '{1}'", finding.Position.Line, at);
        finding.Position.Column.Should().BePositive();
        finding.Message.Should().ContainAll(names.Select(Expand)).And.MatchRegex(@"^\S.*[.?]$");
    }

    private string Expand(string name) => name.StartsWith(LineOf, StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"line {LineWith(name[LineOf.Length..])}")
        : name;

    private int LineWith(string text) =>
        1 + Array.FindIndex(Text.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
}
