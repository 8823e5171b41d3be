using System.Diagnostics;

namespace Contacts.Generated.Tests;

[Collection(TelemetryGroup.Name)]
public class SpanTests
{
    private readonly FakeGateway _gateway = new();

    private ContactsClient Client =>
        field ??= TestClients.To(_gateway, options => options.GatewayUrl = new Uri("http://gateway.test:8080"));

    [Fact]
    public async Task A_success_is_one_span_with_its_tags()
    {
        using var listener = new Listener();
        var response = await Client.WithResponse.GetAsync("c1");

        var span = listener.Spans.Should().ContainSingle().Which;
        span.Kind.Should().Be(ActivityKind.Client);
        span.OperationName.Should().Be("contacts get");
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Listener.TagsOf(span).Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.method"] = "GET",
            ["server.address"] = "gateway.test",
            ["server.port"] = 8080,
            ["url.template"] = "contacts/{contactId}",
            ["http.response.status_code"] = 200,
            ["contacts.operation"] = "get",
            ["contacts.request_id"] = response.RequestId,
        });
    }

    [Fact]
    public async Task Retries_are_counted_in_the_one_span()
    {
        using var listener = new Listener();
        _gateway.Then(503).Then(429);
        await Client.GetAsync("c1");

        var tags = Listener.TagsOf(listener.Spans.Should().ContainSingle().Which);
        tags["http.request.resend_count"].Should().Be(2);
        tags["http.response.status_code"].Should().Be(200);
        tags.Should().NotContainKey("error.type");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task A_call_that_takes_its_other_form_is_one_span(int answerToTheOtherForm)
    {
        using var listener = new Listener();
        _gateway.Then(405).Then(answerToTheOtherForm, "{}");
        await Record.ExceptionAsync(() => Client.DismissNotificationAsync("n1"));

        var tags = Listener.TagsOf(listener.Spans.Should().ContainSingle().Which);
        tags["http.request.method"].Should().Be("DELETE");
        tags["http.request.resend_count"].Should().Be(1);
        tags["http.response.status_code"].Should().Be(answerToTheOtherForm == 200 ? 200 : 405);
        tags.GetValueOrDefault("error.type").Should().Be(answerToTheOtherForm == 200 ? null : "405");
    }

    [Fact]
    public async Task An_error_status_is_an_error_of_the_span()
    {
        using var listener = new Listener();
        _gateway.Then(404);
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsNotFoundException>();

        Failed(listener, "404")["http.response.status_code"].Should().Be(404);
    }

    [Fact]
    public async Task A_fault_without_a_status_has_none()
    {
        using var listener = new Listener();
        _gateway.Otherwise = _ => throw new HttpRequestException("reset");
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsConnectionException>();

        Failed(listener, "connection_error")
            .Should().NotContainKey("http.response.status_code").And.Contain("http.request.resend_count", 2);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_says_so()
    {
        using var listener = new Listener();
        _gateway.Then(200, "<html>");
        await Client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsInvalidResponseException>();

        Failed(listener, "invalid_response")["http.response.status_code"].Should().Be(200);
    }

    [Fact]
    public async Task The_callers_cancellation_says_so()
    {
        using var listener = new Listener();
        using var cancel = new CancellationTokenSource();
        _gateway.Then(async (_, token) =>
        {
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
            return FakeGateway.Answer(200);
        });
        await Client.Invoking(c => c.GetAsync("c1", cancel.Token)).Should().ThrowAsync<OperationCanceledException>();

        Failed(listener, "cancelled");
    }

    [Fact]
    public async Task A_failing_callback_is_named_by_its_exceptions_type()
    {
        using var listener = new Listener();
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey((_, _) => throw new TaskCanceledException("marker")));
        await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<TaskCanceledException>();

        Failed(listener, "System.Threading.Tasks.TaskCanceledException");
    }

    [Fact]
    public async Task A_request_of_ones_own_has_a_span_without_its_address()
    {
        using var listener = new Listener();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/c1/marker?q=marker");
        using var response = await Client.SendAsync(request);

        var tags = Listener.TagsOf(listener.Spans.Should().ContainSingle().Which);
        tags.Should().Contain("contacts.operation", "send").And.NotContainKey("url.template");
        tags.Values.Should().NotContain(value => value!.ToString()!.Contains("marker"));
    }

    [Fact]
    public async Task Samplers_see_the_tags_and_the_span_is_a_child()
    {
        using var listener = new Listener();
        using var parent = new Activity("parent").SetIdFormat(ActivityIdFormat.W3C).Start();
        await Client.GetAsync("c1");

        listener.Spans.Should().ContainSingle().Which.ParentSpanId.Should().Be(parent.SpanId);
        listener.SampledTags.Should()
            .ContainSingle().Which.Keys.Should().Contain(["http.request.method", "server.address", "server.port", "url.template"]);
        Activity.Current.Should().BeSameAs(parent);
    }

    [Fact]
    public async Task Each_page_and_each_step_has_a_span_of_its_own()
    {
        using var listener = new Listener();
        await Client.SetAvatarAsync("c1", UploadContent.FromBytes(new byte[4], "a.png"));

        listener.Spans.Select(span => span.OperationName).Should().Equal("contacts uploadAvatar", "contacts update");
    }

    [Fact]
    public async Task Without_a_listener_there_is_no_activity()
    {
        Activity? current = null;
        _gateway.Then((_, _) =>
        {
            current = Activity.Current;
            return Task.FromResult(FakeGateway.Answer(200, """{"id":"c1"}"""));
        });
        await Client.GetAsync("c1");

        current.Should().BeNull();
    }

    [Fact]
    public async Task A_sampler_that_says_no_leaves_no_span()
    {
        using var listener = new Listener(ActivitySamplingResult.None);
        await Client.GetAsync("c1");

        listener.Spans.Should().BeEmpty();
    }

    private static Dictionary<string, object?> Failed(Listener listener, string error)
    {
        var span = listener.Spans.Should().ContainSingle().Which;
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.StatusDescription.Should().BeNull();
        var tags = Listener.TagsOf(span);
        tags["error.type"].Should().Be(error);
        return tags;
    }
}
