using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>A wait for the limiter, or after a 429 of another call, is seen wherever a slow call is looked for.</summary>
[Collection(TelemetryGroup.Name)]
public sealed class WaitTelemetryTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeGateway _gateway = new();
    private readonly RecordedLogs _logs = new();
    private readonly ManualLimiter _limiter = new() { Queues = true };

    public void Dispose()
    {
        _limiter.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task The_wait_for_a_permit_is_measured_and_in_the_span_and_the_log()
    {
        using var listener = new Listener();
        var client = TestClients.To(
            _gateway, options => (options.TimeProvider, options.RateLimiter, options.LoggerFactory) = (_time, _limiter, _logs));

        var call = client.GetAsync("con_secret");
        await _limiter.AskedAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        _limiter.Grant();
        await call;

        var (instrument, value, tags) = listener.Measurements.Single(static it => it.Instrument.Name == "contacts.client.wait.duration");
        (instrument.Unit, value).Should().Be(("s", 3d));
        tags.Should().BeEquivalentTo(
            new Dictionary<string, object?> { ["contacts.operation"] = "get", ["contacts.wait.reason"] = "limiter" });
        var waited = listener.Spans.Should().ContainSingle().Which.Events.Should().ContainSingle().Which;
        waited.Name.Should().Be("contacts.wait");
        waited.Tags.Should().BeEquivalentTo(
            new Dictionary<string, object?> { ["contacts.wait.reason"] = "limiter", ["contacts.wait.duration"] = 3d });
        _logs.Lines.Should().ContainSingle(static line => line.EventName == "Waited").Which.Text
            .Should().StartWith("get: waited 3000.0 ms (limiter, request id ");
    }

    [Fact]
    public async Task A_call_that_was_held_back_says_so()
    {
        using var listener = new Listener();
        var client = TestClients.To(_gateway, static options => options.MaxRetries = 0);
        _gateway.Then(429, change: static response => response.Headers.Add("Retry-After", "0"));
        await client.Awaiting(static it => it.GetAsync("c1")).Should().ThrowAsync<ContactsRateLimitException>();

        var release = new TaskCompletionSource<bool>();
        _gateway.Then(async (_, _) => FakeGateway.Json("""{"id":"c1"}""", await release.Task ? 200 : 500));
        var first = client.GetAsync("c1");
        var second = client.GetAsync("c1");
        release.SetResult(true);
        await Task.WhenAll(first, second);

        listener.Measurements.Where(static it => it.Instrument.Name == "contacts.client.wait.duration")
            .Should().ContainSingle().Which.Tags["contacts.wait.reason"].Should().Be("held-back");
    }

    [Fact]
    public async Task Without_a_wait_there_is_nothing_to_see()
    {
        using var listener = new Listener();
        using var limiter = new ManualLimiter();

        await TestClients.To(_gateway, options => options.RateLimiter = limiter).GetAsync("c1");

        listener.Measurements.Should().ContainSingle("of the operation's duration");
        listener.Spans.Should().ContainSingle().Which.Events.Should().BeEmpty();
    }
}
