using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

public sealed class NotificationsCommandTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task Notifications_are_listed()
    {
        var result = await RunAsync("list", "--limit", "5", "--output", "table");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check("notifications-list-table", result.Output);
    }

    [Fact]
    public async Task Those_named_are_marked_as_read_and_no_other()
    {
        var unread = _emulator.Notifications.Where(static notification => !notification.IsRead)
            .Select(static notification => notification.Id).ToList();

        var result = await RunAsync("read", unread[0], unread[1], "--output", "table");

        result.Should().Be(new CliResult(0, "2 notifications are marked as read.\n", ""));
        _emulator.Notifications.Where(static notification => !notification.IsRead)
            .Select(static notification => notification.Id).Should().Equal(unread.Skip(2));
    }

    [Fact]
    public async Task All_are_marked_as_read()
    {
        (await RunAsync("read", "--all")).ExitCode.Should().Be(0);

        _emulator.Notifications.Should().NotBeEmpty().And.OnlyContain(notification => notification.IsRead);
    }

    [Fact]
    public async Task One_is_dismissed_and_then_all()
    {
        var first = _emulator.Notifications[0].Id;

        (await RunAsync("dismiss", first)).ExitCode.Should().Be(0);
        _emulator.Notifications.Select(static notification => notification.Id).Should().NotBeEmpty().And.NotContain(first);
        (await RunAsync("dismiss", "--all", "--yes", "--output", "table"))
            .Should().Be(new CliResult(0, "All notifications are dismissed.\n", ""));
        _emulator.Notifications.Should().BeEmpty();
    }

    [Theory]
    [InlineData("y", 0, "All notifications are dismissed.\n", 0)]
    [InlineData("n", 1, "", 3)]
    public async Task All_are_dismissed_once_somebody_who_knows_how_many_said_yes(string answer, int exitCode, string output, int left)
    {
        while (_emulator.Notifications.Count > 3)
        {
            _emulator.Notifications.RemoveAt(0);
        }

        var cli = new CliRunner(_emulator) { ReadAnswer = _ => Task.FromResult<string?>(answer) };
        var result = await cli.RunAsync("notifications", "dismiss", "--all", "--output", "table");

        (result.ExitCode, result.Output).Should().Be((exitCode, output));
        result.Error.Should().StartWith("Dismiss 3 notifications for good? [y/N] ");
        _emulator.Notifications.Should().HaveCount(left);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_all_are_dismissed_only_with_yes()
    {
        var result = await RunAsync("dismiss", "--all");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--yes").And.Contain("--dry-run");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("not_1")]
    public async Task A_dry_run_dismisses_nothing(string which)
    {
        var count = which == "--all" ? $"{_emulator.Notifications.Count} notifications" : "1 notification";

        (await RunAsync("dismiss", which, "--dry-run"))
            .Should().Be(new CliResult(0, "", $"{count} would be dismissed. Nothing was sent.\n"));

        _emulator.Requests.Should().NotContain(request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Only_unread_ones_are_listed_from_all_pages_and_their_number_ends_the_table()
    {
        var unread = _emulator.Notifications.Count(notification => !notification.IsRead);
        var terminal = new CliRunner(_emulator) { TerminalWidth = 80 }.With("NO_COLOR", "1");

        var some = await terminal.RunAsync("notifications", "list", "--unread");
        var page = await terminal.RunAsync("notifications", "list", "--limit", "3");
        var both = await terminal.RunAsync("notifications", "list", "--unread", "--limit", "3");

        some.OutputLines.Should().HaveCount(1 + unread);
        some.Error.Should().EndWith($"{unread} notifications.\n");
        page.Error.Should().EndWith($"3 of {_emulator.Notifications.Count} notifications, {unread} unread; --all shows every one.\n");
        page.Output.Should().Contain("conversation created").And.NotContain("201");
        both.ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("dismiss")]
    [InlineData("read", "not_1", "--all")]
    [InlineData("dismiss", "not_1", "--all")]
    [InlineData("dismiss", "not_1", "not_2")]
    public async Task Nothing_and_both_are_usage_errors(params string[] args)
    {
        var result = await RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("contacts: ").And.Contain($"'contacts notifications {args[0]} --help'");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    public async Task A_watch_shows_each_as_a_line_until_it_is_interrupted(string form)
    {
        var existing = _emulator.Notifications.Count;
        using var interrupt = new CancellationTokenSource();
        await using var output = new SignallingStream(after: writes =>
        {
            if (writes == existing)
            {
                interrupt.Cancel();
            }
        });

        var result = await new CliRunner(_emulator)
        { Output = output }.RunAsync(interrupt.Token, "notifications", "watch", "--include-existing", "--output", form);

        (result.ExitCode, result.Error).Should().Be((130, ""));
        using var reader = new StreamReader(new MemoryStream(output.ToArray()));
        (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString())
            .Should().Equal(_emulator.Notifications.Select(static notification => notification.Id).Reverse());
    }

    [Fact]
    public async Task Somebody_at_a_terminal_is_told_that_a_watch_waits()
    {
        using var interrupt = new CancellationTokenSource();
        var cli = new CliRunner(_emulator) { IsErrorTerminal = true, Output = new SignallingStream(after: _ => interrupt.Cancel()) };

        var result = await cli.RunAsync(interrupt.Token, "notifications", "watch", "--include-existing", "--interval", "7");

        result.Error.Should().Be("Looking for new notifications every 7 s, until Ctrl-C.\n");
    }

    private Task<CliResult> RunAsync(params string[] args) => new CliRunner(_emulator).RunAsync(["notifications", .. args]);
}
