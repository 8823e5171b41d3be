using System.Threading.RateLimiting;

namespace Contacts.Generated.Tests;

/// <summary>What needs a permit of the limiter, and when it returns it.</summary>
public sealed class PermitTests : IDisposable
{
    private readonly ManualLimiter _limiter = new();

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task The_permit_of_an_export_is_returned_when_the_export_is_disposed()
    {
        var bench = new Bench(Set, Answer.Of(200, "id\n1\n", "text/csv"));

        var export = await bench.Client.ExportCsvAsync();
        var before = _limiter.Events.ToList();
        await export.DisposeAsync();

        before.Should().Equal("granted");
        _limiter.Events.Should().Equal("granted", "returned");
    }

    [Fact]
    public async Task An_export_that_is_refused_keeps_no_permit()
    {
        var bench = new Bench(Set, Answer.Of(200, "<html>", "text/html"));

        await bench.Client.Awaiting(static it => it.ExportCsvAsync()).Should().ThrowAsync<ContactsInvalidResponseException>();

        _limiter.Events.Should().Equal("granted", "returned");
    }

    [Fact]
    public async Task Pages_and_requests_of_ones_own_need_a_permit_too()
    {
        var bench = new Bench(Set, Answer.Json(Bench.Page));

        await foreach (var _ in bench.Client.ListAllAsync())
        {
        }

        var pages = bench.Handler.Count;
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts:count");
        using var response = await bench.Client.SendAsync(request);

        _limiter.Events.Count(static it => it == "granted").Should().Be(pages + 1);
        _limiter.Events.Count(static it => it == "returned").Should().Be(pages + 1);
    }

    [Fact]
    public async Task A_view_may_have_another_limiter()
    {
        var bench = new Bench(Set, Answer.Json(Bench.Contact));
        var other = new ManualLimiter();

        await bench.Client.WithOptions(new ContactsRequestOptions { RateLimiter = other }).GetAsync("con_1");
        await bench.Client.WithOptions(new ContactsRequestOptions { MaxRetries = 0 }).GetAsync("con_1");

        other.Events.Should().Equal("granted", "returned");
        _limiter.Events.Should().Equal("granted", "returned");
    }

    [Fact]
    public async Task A_limiter_of_one_request_at_a_time_lets_one_through_at_a_time()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 100 });
        var underWay = 0;
        var most = 0;
        var bench = new Bench(options => options.RateLimiter = limiter, Answer.From(async (_, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return await Answer.Json(Bench.Contact).RespondAsync(new HttpRequestMessage(), token);
        }));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.GetAsync()));

        most.Should().Be(1);
        limiter.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
    }

    private void Set(ContactsClientOptions options) => options.RateLimiter = _limiter;
}
