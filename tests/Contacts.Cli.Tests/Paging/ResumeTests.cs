using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Paging;

public sealed class ResumeTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start(static options => options.Contacts = 50);
    private readonly TemporaryFolder _folder = new();

    private string State => _folder.At("state.json");

    private string Output => _folder.At("contacts.ndjson");

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_list_that_failed_at_every_page_in_turn_is_whole_in_the_end(int pagesInFlight)
    {
        for (var run = 0; run < 4; run++)
        {
            FailAfterPages(1);
            (await RunAsync(Command(pagesInFlight))).ExitCode.Should().Be(1);
        }

        var last = await RunAsync(Command(pagesInFlight));

        (last.ExitCode, last.Output).Should().Be((0, ""));
        Ids(File.ReadAllText(Output))
            .Should().Equal(_emulator.Contacts.OrderBy(static contact => contact.CreatedAt).Select(static contact => contact.Id));
        _folder.Files.Should().BeEquivalentTo("state.json", "contacts.ndjson");
    }

    [Fact]
    public async Task A_kill_at_any_moment_costs_and_doubles_nothing()
    {
        (await RunAsync(Command())).ExitCode.Should().Be(0);
        var whole = File.ReadAllBytes(Output);
        var states = File.ReadAllLines(State);
        states.Should().HaveCountGreaterThan(6);
        for (var kept = 1; kept < states.Length; kept++)
        {
            var (good, next) = (Length(states[kept - 1]), Length(states[kept]));
            foreach (var written in new[] { good, Math.Min(good + 1, next), (good + next) / 2, next }.Distinct())
            {
                foreach (var torn in new[] { "", "{", states[kept][..^9], states[kept] + "}" }.Where(
                    torn => written == next || torn.Length == 0))
                {
                    File.WriteAllText(State, string.Join('\n', states.Take(kept)) + "\n" + torn);
                    File.WriteAllBytes(Output, whole[..(int)written]);

                    var result = await RunAsync(Command());

                    result.ExitCode.Should().Be(0, $"{result.Error} after {kept} states, {written} bytes and '{torn}'");
                    File.ReadAllBytes(Output).Should().Equal(whole);
                }
            }
        }
    }

    [Fact]
    public async Task What_a_kill_before_the_first_state_leaves_can_be_gone_on_with()
    {
        File.WriteAllText(State, "");
        File.WriteAllText(Output, "");

        (await RunAsync(Command())).ExitCode.Should().Be(0);

        File.ReadLines(Output).Should().HaveCount(50);
    }

    [Fact]
    public async Task A_finished_list_is_left_as_it_is_and_that_is_said()
    {
        await RunAsync(Command());
        var before = File.ReadAllBytes(Output);
        _emulator.Reset();

        var result = await RunAsync(Command());

        result.ExitCode.Should().Be(0);
        result.Error.Should()
            .Be("contacts: An earlier run finished the list: the file has all 50 contacts. Delete it and the file of --resume to read the "
            + "list again.\n");
        File.ReadAllBytes(Output).Should().Equal(before);
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("list", "--all", "--sort", "email")]
    [InlineData("list", "--all", "--skip", "3")]
    [InlineData("search", "person", "--all")]
    [InlineData("notifications", "list", "--all")]
    [InlineData("list", "--all", "--organization", "org_other")]
    public async Task A_state_of_another_list_is_refused(params string[] command)
    {
        await FailMidwayAsync();

        await RefusedAsync("belongs to another list", [.. command, "--resume", State, "--output-file", Output]);
    }

    [Fact]
    public async Task A_state_of_another_output_file_is_refused_and_the_file_left_alone()
    {
        await FailMidwayAsync();
        var other = _folder.Write("other.ndjson", File.ReadAllText(Output));

        await RefusedAsync("belongs to another output file", "list", "--all", "--resume", State, "--output-file", other);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_output_that_was_cut_is_refused(bool finished)
    {
        await (finished ? RunAsync(Command()) : FailMidwayAsync());
        File.WriteAllBytes(Output, File.ReadAllBytes(Output)[..^1]);

        await RefusedAsync("lines are missing or different", Command());
    }

    [Fact]
    public async Task An_output_that_was_changed_is_refused()
    {
        await FailMidwayAsync();
        File.WriteAllText(Output, File.ReadAllText(Output).Replace("person", "nosrep", StringComparison.Ordinal));

        await RefusedAsync("lines are missing or different", Command());
    }

    [Fact]
    public async Task An_output_that_is_gone_is_refused()
    {
        await FailMidwayAsync();
        File.Delete(Output);

        await RefusedAsync("lines are missing or different", Command());

        _folder.Files.Should().Equal("state.json");
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_written_over()
    {
        File.WriteAllText(Output, "mine");

        await RefusedAsync("is not empty", Command());

        _folder.Files.Should().Equal("contacts.ndjson");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}\n")]
    [InlineData("""{"continuation":"abc"}""")]
    [InlineData("id,name\n1,x\n")]
    [InlineData("\n")]
    public async Task A_file_that_is_no_state_is_refused(string content)
    {
        _folder.Write("state.json", content);

        await RefusedAsync("was not written by this command", Command());

        _folder.Files.Should().Equal("state.json");
    }

    [Fact]
    public async Task A_state_whose_continuation_cannot_be_is_refused()
    {
        await FailMidwayAsync();
        var last = File.ReadAllLines(State)[^1];
        var continuation = JsonDocument.Parse(last).RootElement.GetProperty("continuation").GetString()!;
        File.WriteAllText(State, last.Replace(continuation, "zzz", StringComparison.Ordinal) + "\n");

        await RefusedAsync("damaged", Command());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    public async Task Only_lines_can_be_continued(string form) => await RefusedAsync("--output ndjson", [.. Command(), "--output", form]);

    [Fact]
    public async Task A_redirect_or_a_pipe_is_refused_with_the_remedy() =>
        await RefusedAsync("--resume needs --output-file FILE", "list", "--all", "--resume", State);

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/null")]
    [InlineData("/proc/self/fd/1")]
    public async Task What_is_no_file_is_refused(string path)
    {
        await RefusedAsync("--output-file needs a file", "list", "--all", "--resume", State, "--output-file", path);
        await RefusedAsync("--resume needs a file", "list", "--all", "--resume", path, "--output-file", Output);
    }

    [Fact]
    public async Task One_file_cannot_be_both()
    {
        await RefusedAsync("the same file", "list", "--all", "--resume", State, "--output-file", State);

        _folder.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("state.json", "--resume")]
    [InlineData("contacts.ndjson", "--output-file")]
    public async Task Two_runs_at_once_are_told_and_the_second_fails(string file, string option)
    {
        await FailMidwayAsync();
        await using var other = new FileStream(_folder.At(file), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = await RunAsync(Command());

        (result.ExitCode, result.Error)
            .Should().Be(
                (1, $"contacts: Another run is using the file of {option}: wait until it ends, or use other files for this run.\n"));
        _folder.Files.Should().HaveCount(2);
    }

    [Fact]
    public async Task Skip_counts_once()
    {
        FailAfterPages(2);
        (await RunAsync([.. Command(), "--skip", "10"])).ExitCode.Should().Be(1);

        (await RunAsync([.. Command(), "--skip", "10"])).ExitCode.Should().Be(0);

        File.ReadLines(Output).Should().HaveCount(40);
    }

    private async Task FailMidwayAsync()
    {
        FailAfterPages(2);
        (await RunAsync(Command())).ExitCode.Should().Be(1);
        Length(File.ReadAllLines(State)[^1]).Should().BePositive();
    }

    private void FailAfterPages(int pages)
    {
        _emulator.FailNext("list", EmulatorFault.Delay(TimeSpan.Zero), times: pages);
        _emulator.FailNext("list", EmulatorFault.Status(400));
    }

    /// <summary>Nothing is sent, and no file is touched.</summary>
    private async Task RefusedAsync(string told, params string[] command)
    {
        var before = _folder.Files.ToDictionary(static name => name, name => File.ReadAllText(_folder.At(name)));
        var requests = _emulator.Requests.Count;

        var result = await RunAsync(command);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(told).And.Contain("--help");
        _emulator.Requests.Should().HaveCount(requests);
        _folder.Files.ToDictionary(static name => name, name => File.ReadAllText(_folder.At(name))).Should().BeEquivalentTo(before);
    }

    private Task<CliResult> RunAsync(params string[] command) => new CliRunner(_emulator).RunAsync([.. command, "--retries", "0"]);

    private string[] Command(int pagesInFlight = 1) =>
        ["list", "--all", "--page-size", "8", "--pages-in-flight", $"{pagesInFlight}", "--resume", State, "--output-file", Output];

    private static long Length(string state) => JsonDocument.Parse(state).RootElement.GetProperty("length").GetInt64();

    private static IEnumerable<string> Ids(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
}
