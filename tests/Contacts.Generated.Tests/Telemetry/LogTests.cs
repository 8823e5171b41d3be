using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Tests;

public sealed class LogTests : IDisposable
{
    private readonly FakeGateway _gateway = new();
    private readonly RecordedLogs _logs = new();

    private ContactsClient Client => field ??= TestClients.To(_gateway, options => options.LoggerFactory = _logs)
        .WithOptions(new ContactsRequestOptions { RequestId = "rid-1" });

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task An_attempt_is_a_debug_message()
    {
        await Client.GetAsync("c1");

        var line = _logs.Lines.Should().ContainSingle().Which;
        (line.Category, line.Level, line.EventId, line.EventName).Should().Be(("Contacts.Generated", LogLevel.Debug, 1, "AttemptEnded"));
        line.Text.Should().MatchRegex(@"^get: GET contacts/\{contactId\} ended with 200 after \d+\.\d ms \(attempt 1, request id rid-1\)$");
    }

    [Fact]
    public async Task A_retry_is_an_information_and_a_failure_a_warning()
    {
        _gateway.Then(503).ThenThrow(() => new HttpRequestException("reset")).Then(500);
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();

        _logs.Lines.Select(line => (line.EventId, line.Level)).Should().Equal(
            (1, LogLevel.Debug), (2, LogLevel.Information), (1, LogLevel.Debug), (2, LogLevel.Information), (1, LogLevel.Debug),
            (3, LogLevel.Warning));
        _logs.Lines.Should().OnlyContain(line => line.Text.Contains("request id rid-1") && !line.Text.Contains("(null)"));
        _logs.Lines[1].Text.Should().StartWith("get: retrying after 503, in 0.0 ms (backoff");
        _logs.Lines[3].Text.Should().StartWith("get: retrying after connection_error, in ");
        _logs.Lines[5].Text.Should().MatchRegex(@"^get: failed with 500 after \d+\.\d ms \(attempts: 3, request id rid-1\)$");
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(410, "{}")]
    [InlineData(400, """{"message":"Not Found"}""")]
    public async Task An_object_that_is_not_there_is_an_answer_and_no_warning(int status, string body)
    {
        _gateway.Then(status, body);
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsNotFoundException>();

        var line = _logs.Lines[^1];
        (line.Level, line.EventId, line.EventName).Should().Be((LogLevel.Information, 7, "NotFound"));
        line.Text.Should().MatchRegex(@"\(attempts: 1, request id rid-1\)$");
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_shows_status_and_fault()
    {
        _gateway.Then(200, "<html>");
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsInvalidResponseException>();

        _logs.Lines[0].Text.Should().Contain("ended with 200 invalid_response after");
    }

    [Fact]
    public async Task A_call_that_its_other_form_saved_is_no_warning()
    {
        _gateway.Then(405).Then(200, "{}");
        await Client.DismissNotificationAsync("n1");

        _logs.Lines.Select(line => line.EventId).Should().Equal(1, 1);
        _logs.Lines[1].Text.Should().StartWith("dismissNotification: POST notifications/dismiss ended with 200").And.Contain("attempt 2");
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_warning()
    {
        using var cancel = new CancellationTokenSource();
        _gateway.Then(async (_, token) =>
        {
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
            return FakeGateway.Answer(200);
        });
        await Client.Invoking(c => c.GetAsync("c1", cancel.Token)).Should().ThrowAsync<OperationCanceledException>();

        _logs.Lines.Should().OnlyContain(line => line.Level == LogLevel.Debug);
    }

    [Fact]
    public async Task A_callbacks_own_cancellation_is_a_warning()
    {
        var client = TestClients.To(
            _gateway, ContactsCredential.ApiKey((_, _) => throw new TaskCanceledException()), options => options.LoggerFactory = _logs);
        await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<TaskCanceledException>();

        _logs.Lines.Should().Contain(line => line.EventId == 3 && line.Text.Contains("TaskCanceledException"));
    }

    [Fact]
    public async Task A_request_of_ones_own_is_logged_without_its_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/marker?q=marker");
        using var response = await Client.SendAsync(request);

        _logs.Lines.Should()
            .ContainSingle().Which.Text.Should().StartWith("send: GET (own address) ended with 200").And.NotContain("marker");
    }

    [Fact]
    public async Task A_request_id_that_could_be_anything_is_not_logged()
    {
        await Client.WithOptions(new ContactsRequestOptions { RequestId = "person@example.com" }).GetAsync("c1");

        _logs.Lines.Should().OnlyContain(line => !(line.Text + line.Values).Contains('@'));
    }

    [Fact]
    public async Task Numbers_look_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            await Client.GetAsync("c1");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        _logs.Lines[0].Text.Should().MatchRegex(@"after \d+\.\d ms");
    }

    [Fact]
    public void Event_ids_and_names_are_unique()
    {
        var events = typeof(LogMessages).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!).ToList();

        events.Select(message => message.EventId).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id > 0);
        events.Select(message => message.EventName).Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }
}
