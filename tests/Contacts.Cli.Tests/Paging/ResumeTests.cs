using System.Text;
using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Paging;

public sealed class ResumeTests : IDisposable
{
    private readonly ContactsSandbox _sandbox = ContactsSandbox.Start(static options => options.Contacts = 50);
    private readonly TemporaryFolder _folder = new();

    private string State => _folder.PathOf("state.json");

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task An_interrupted_list_goes_on_where_it_was_and_loses_and_repeats_nothing(int pagesInFlight)
    {
        using var interrupt = new CancellationTokenSource();
        await using var output = new SignallingStream(after: writes =>
        {
            if (writes == 2)
            {
                interrupt.Cancel();
            }
        });

        var first = await new CliRunner(_sandbox) { Output = output }.RunAsync(interrupt.Token, Command(pagesInFlight));
        var files = _folder.Files.ToList();
        var second = await new CliRunner(_sandbox).RunAsync(Command(pagesInFlight));

        (first.ExitCode, second.ExitCode).Should().Be((130, 0));
        files.Should().Equal("state.json");
        var ids = Ids(output).ToList();
        ids.Should().NotBeEmpty().And.HaveCountLessThan(50);
        ids.Concat(Ids(second.Output)).Should().Equal(_sandbox.Contacts.OrderBy(static contact => contact.CreatedAt).Select(static contact => contact.Id));
        _folder.Files.Should().BeEmpty("the state goes when all is done");
    }

    [Fact]
    public async Task A_page_that_was_not_written_comes_again()
    {
        await using var output = new SignallingStream(before: static writes =>
        {
            if (writes == 3)
            {
                throw new IOException("No space left on device");
            }
        });

        var first = await new CliRunner(_sandbox) { Output = output }.RunAsync(Command(4));
        var second = await new CliRunner(_sandbox).RunAsync(Command(4));

        first.ExitCode.Should().Be(1);
        first.Error.Should().Be("contacts: The output could not be written: No space left on device.\n");
        Ids(output).Concat(Ids(second.Output)).Should().OnlyHaveUniqueItems().And.HaveCount(50);
    }

    [Fact]
    public async Task A_state_of_another_list_is_refused()
    {
        await InterruptAsync();

        var result = await new CliRunner(_sandbox).RunAsync("list", "--all", "--sort", "email", "--resume", State);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("of another list").And.Contain("delete the file");
        _folder.Files.Should().Equal("state.json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"continuation":7}""")]
    [InlineData("""{"continuation":null}""")]
    [InlineData("""{"continuation":"zzz"}""")]
    public async Task A_file_that_is_no_state_is_refused(string content)
    {
        var path = _folder.Write("state.json", content);

        var result = await new CliRunner(_sandbox).RunAsync("list", "--all", "--resume", path);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--resume").And.Contain("delete");
        File.ReadAllText(path).Should().Be(content);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    public async Task Only_lines_can_be_continued(string form)
    {
        var result = await new CliRunner(_sandbox).RunAsync("list", "--all", "--resume", State, "--output", form);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--output ndjson");
    }

    [Fact]
    public async Task Skip_counts_once()
    {
        await InterruptAsync("--skip", "10");

        var result = await new CliRunner(_sandbox).RunAsync([.. Command(1), "--skip", "10"]);

        result.ExitCode.Should().Be(0, result.Error);
    }

    private async Task InterruptAsync(params string[] options)
    {
        using var interrupt = new CancellationTokenSource();
        await using var output = new SignallingStream(after: writes => interrupt.Cancel());
        (await new CliRunner(_sandbox) { Output = output }.RunAsync(interrupt.Token, [.. Command(1), .. options])).ExitCode.Should().Be(130);
        File.Exists(State).Should().BeTrue();
    }

    private string[] Command(int pagesInFlight) => ["list", "--all", "--page-size", "8", "--pages-in-flight", $"{pagesInFlight}", "--resume", State];

    private static IEnumerable<string> Ids(MemoryStream output) => Ids(Encoding.UTF8.GetString(output.ToArray()));

    private static IEnumerable<string> Ids(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
}
