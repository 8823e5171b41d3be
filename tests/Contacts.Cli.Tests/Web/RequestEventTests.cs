using System.Text.Json;
using Contacts.Cli.Tests.Support;

namespace Contacts.Cli.Tests.Web;

/// <summary>The requests as server-sent events.</summary>
public sealed class RequestEventTests : IDisposable
{
    private const string Events = "/__emulator/events";

    private readonly SiteFixture _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_request_is_an_event_as_soon_as_it_is_done()
    {
        using var response = await _site.GetAsync(Events);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        await _site.Emulator.CreateClient().ListAsync();

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var (id, name, data) = await NextAsync(events);
        (id, name).Should().Be(("1", null));
        using var request = JsonDocument.Parse(data);
        request.RootElement.GetProperty("operation").GetString().Should().Be("list");
    }

    [Theory]
    [InlineData("?after=2", null)]
    [InlineData("", "2")]
    [InlineData("?after=1", "2")]
    public async Task A_reader_that_was_cut_off_goes_on_where_it_stopped(string query, string? lastEventId)
    {
        for (var call = 0; call < 3; call++)
        {
            using var nowhere = await _site.GetAsync("/nowhere");
        }

        await _site.RequestsAsync(3);

        using var response = await _site.GetAsync(Events + query, lastEventId is null ? [] : [("Last-Event-ID", lastEventId)]);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await NextAsync(events)).Id.Should().Be("3");
    }

    [Fact]
    public async Task A_reset_is_an_event_too()
    {
        using var response = await _site.GetAsync(Events);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        using var reset = await _site.SendAsync(HttpMethod.Post, "/__emulator/reset");

        (await NextAsync(events)).Name.Should().Be("reset");
    }

    [Fact]
    public async Task A_reader_of_an_emulator_that_ran_before_is_told_to_start_over()
    {
        using var nowhere = await _site.GetAsync("/nowhere");
        await _site.RequestsAsync(1);
        using var response = await _site.GetAsync(Events, ("Last-Event-ID", "40"));
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await NextAsync(events)).Should().Be(("0", "reset", "{}"));
        (await NextAsync(events)).Id.Should().Be("1");
    }

    [Fact]
    public async Task Readers_end_when_the_emulator_stops()
    {
        using var response = await _site.GetAsync(Events);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await events.ReadLineAsync()).Should().Be("retry: 1000");

        await _site.Emulator.DisposeAsync();

        await events.Invoking(one => one.ReadToEndAsync()).Should().NotThrowAsync("the stream ends in order");
    }

    [Fact]
    public async Task A_process_ends_at_once_although_somebody_reads()
    {
        using var cli = CliProcess.Start("emulator", "--port", "0");
        var address = (await cli.Output.ReadLineAsync())!.Split(' ')[^1];
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var events = new StreamReader(await http.GetStreamAsync(new Uri(address + Events)));
        (await events.ReadLineAsync()).Should().Be("retry: 1000");

        await cli.SignalAsync("TERM");

        (await cli.EndAsync()).ExitCode.Should().Be(0);
        (await events.ReadToEndAsync()).Trim().Should().BeEmpty();
    }

    private static async Task<(string? Id, string? Name, string Data)> NextAsync(StreamReader events)
    {
        string? id = null, name = null, data = null;
        while (await events.ReadLineAsync() is { } line)
        {
            id = Value(line, "id: ") ?? id;
            name = Value(line, "event: ") ?? name;
            data = Value(line, "data: ") ?? data;
            if (line.Length == 0 && data is not null)
            {
                return (id, name, data);
            }
        }

        throw new EndOfStreamException("The stream ended before the event.");
    }

    private static string? Value(string line, string field) =>
        line.StartsWith(field, StringComparison.Ordinal) ? line[field.Length..] : null;
}
