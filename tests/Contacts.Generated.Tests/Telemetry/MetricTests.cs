using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

[Collection(TelemetryGroup.Name)]
public class MetricTests
{
    private readonly FakeGateway _gateway = new();
    private readonly FakeTimeProvider _time = new();

    private ContactsClient Client => field ??= TestClients.To(_gateway, options => options.TimeProvider = _time);

    [Fact]
    public async Task The_duration_of_an_operation_is_recorded_in_seconds()
    {
        using var listener = new Listener();
        _gateway.Then((_, _) =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(1500));
            return Task.FromResult(FakeGateway.Answer(200, """{"id":"c1"}"""));
        });
        await Client.GetAsync("c1");

        var (instrument, value, tags) = listener.Measurements.Should().ContainSingle().Which;
        instrument.Name.Should().Be("contacts.client.operation.duration");
        instrument.Unit.Should().Be("s");
#if !NETSTANDARD_BUILD
        ((System.Diagnostics.Metrics.Histogram<double>)instrument)
            .Advice!.HistogramBucketBoundaries.Should().BeInAscendingOrder().And.EndWith(100);
#endif
        value.Should().Be(1.5);
        tags.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["contacts.operation"] = "get",
            ["http.request.method"] = "GET",
            ["server.address"] = "gateway.test",
            ["server.port"] = 80,
            ["http.response.status_code"] = 200,
        });
    }

    [Fact]
    public async Task A_failure_is_recorded_with_its_kind()
    {
        using var listener = new Listener();
        _gateway.Then(403);
        await Client.Invoking(c => c.ListAsync()).Should().ThrowAsync<ContactsPermissionException>();

        listener.Measurements.Should()
            .ContainSingle().Which.Tags.Should().Contain("error.type", "403").And.Contain("http.response.status_code", 403);
    }

    [Fact]
    public async Task A_call_that_takes_its_other_form_has_one_duration()
    {
        using var listener = new Listener();
        for (var answer = 0; answer < 2; answer++)
        {
            _gateway.Then((_, _) =>
            {
                _time.Advance(TimeSpan.FromSeconds(2));
                return Task.FromResult(FakeGateway.Answer(_gateway.Requests.Count == 1 ? 405 : 200, "{}"));
            });
        }

        await Client.DismissNotificationAsync("n1");

        var (_, value, tags) = listener.Measurements.Should().ContainSingle().Which;
        value.Should().Be(4);
        tags.Should()
            .Contain("http.request.method", "DELETE").And.Contain("http.response.status_code", 200).And.NotContainKey("error.type");
    }

    [Fact]
    public async Task Each_retry_is_counted_with_its_cause()
    {
        using var listener = new Listener();
        _gateway.Then(503).ThenThrow(() => new HttpRequestException("reset"));
        await Client.GetAsync("c1");

        var retries = listener.Measurements.Where(measurement => measurement.Instrument.Name == "contacts.client.retries").ToList();
        retries.Should().HaveCount(2).And.OnlyContain(retry => retry.Value == 1 && (string?)retry.Tags["contacts.operation"] == "get");
        retries.Select(retry => retry.Tags["error.type"]).Should().Equal("503", "connection_error");
        retries[0].Instrument.Unit.Should().Be("{retry}");
    }
}
