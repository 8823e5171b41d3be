using System.Text.RegularExpressions;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;

namespace Contacts.Cli.Tests.Processes;

public sealed partial class DemoCommandTests
{
    [Theory]
    [InlineData("webapp")]
    [InlineData("vendorsdk")]
    public async Task The_demo_calls_every_operation_and_succeeds(string dialect)
    {
        var (exitCode, output, error) = await CliProcess.RunAsync("demo", "--dialect", dialect);

        exitCode.Should().Be(0, output + error);
        error.Should().BeEmpty();
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var operations = typeof(ContactsOperations).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();
        lines[..^1].Select(line => line.Split(' ')[0]).Should().BeEquivalentTo(operations);
        lines[..^1].Should().OnlyContain(line => Line().IsMatch(line));
        lines[..^1].Select(line => line.IndexOf(" /", StringComparison.Ordinal)).Distinct().Should().ContainSingle("columns are aligned");
        lines[^1].Should().MatchRegex($@"^{operations.Length} of {operations.Length} operations succeeded in \d+ ms\.$");
    }

    [GeneratedRegex(@"^\w+ +(GET|PUT|POST|DELETE) +/[\w/{}]+ +ok +\d+\.\d ms  \S")]
    private static partial Regex Line();
}
