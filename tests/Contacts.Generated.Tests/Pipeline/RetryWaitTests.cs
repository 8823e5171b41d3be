using System.Globalization;

namespace Contacts.Generated.Tests;

public class RetryWaitTests
{
    private static readonly TimeSpan _longestBackoff = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task The_wait_is_below_a_bound_that_doubles_from_half_a_second_up_to_eight()
    {
        var attempts = await AttemptsAsync(jitter: 0.999999);

        attempts.Skip(1).Select(static attempt => attempt.Wait.TotalSeconds).Should()
            .BeEquivalentTo([0.5, 1, 2, 4, 8, 8, 8, 8], static options => options.WithStrictOrdering()
                .Using<double>(static it => it.Subject.Should().BeInRange(it.Expectation * 0.99, it.Expectation)).WhenTypeIs<double>());
    }

    [Fact]
    public async Task The_wait_may_be_nothing_at_all()
    {
        var attempts = await AttemptsAsync(jitter: 0);

        attempts.Should().HaveCount(9).And.OnlyContain(static attempt => attempt.Wait == TimeSpan.Zero);
    }

    [Fact]
    public async Task The_first_bound_is_the_one_that_was_set_but_never_more_than_eight_seconds()
    {
        var clock = new FaultClock { Skips = static due => due <= _longestBackoff };
        var bench = new Bench(
            clock, static options => (options.Jitter, options.RetryDelay) = (static () => 0.5, TimeSpan.FromSeconds(60)), Answer.Of(503));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsServerException>()).Which;

        error.Attempts[1].Wait.Should().Be(TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task The_service_may_ask_for_a_wait_in_seconds_or_by_a_date_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var clock = new FaultClock { Skips = static due => due < TimeSpan.FromSeconds(20) };
            var date = (clock.GetUtcNow() + TimeSpan.FromSeconds(7 + 11)).ToString("R", CultureInfo.InvariantCulture);
            var bench = new Bench(
                clock,
                null,
                Answer.Of(429, headers: ("Retry-After", "7")),
                Answer.Of(503, headers: ("Retry-After", date)),
                Answer.Json(Bench.Contact));

            var response = await bench.Client.WithResponse.GetAsync("con_1");

            response.Attempts.Select(static attempt => (attempt.Wait.TotalSeconds, attempt.WaitReason))
                .Should().Equal((0, null), (7, "retry-after"), (11, "retry-after"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    public async Task A_wait_that_cannot_be_read_is_as_if_none_were_asked_for(string value)
    {
        var bench = new Bench(Answer.Of(429, headers: ("Retry-After", value)), Answer.Json(Bench.Contact));

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        response.Attempts[1].WaitReason.Should().Be("backoff");
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(1_000_000, false)]
    public async Task A_wait_beyond_the_deadline_is_not_begun_and_the_error_says_how_long_it_would_be(int seconds, bool waits)
    {
        var clock = new FaultClock { Skips = due => due == TimeSpan.FromSeconds(99) };
        var bench = new Bench(
            clock, null, Answer.Of(429, headers: ("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))), Answer.Of(404));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsApiException>()).Which;

        bench.Handler.Count.Should().Be(waits ? 2 : 1);
        if (!waits)
        {
            error.Should().BeOfType<ContactsRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
            error.Attempts.Should().ContainSingle().Which.WaitReason.Should().BeNull();
        }
    }

    [Fact]
    public async Task The_deadline_counts_the_time_that_has_gone_by()
    {
        var bench = new Bench(Answer.Of(429, headers: ("Retry-After", "30")));
        bench.Handler.OnRequest = _ => bench.Clock.Advance(TimeSpan.FromSeconds(29));

        var call = bench.GetAsync();
        await bench.Clock.TimerAsync(TimeSpan.FromSeconds(30));
        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        var error = (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>()).Which;
        error.Attempts.Should().HaveCount(2, "29 + 30 + 29 + 30 s are more than 100");
    }

    [Fact]
    public async Task A_transfer_without_a_deadline_waits_no_longer_than_an_ordinary_call_would()
    {
        static Bench Refused() => new(Answer.Of(429, headers: ("Retry-After", "100")));

        var upload = (await Refused().Client.Awaiting(static it => it.UploadAvatarAsync(Bench.Picture).WaitAsync(HangGuard.Limit))
            .Should().ThrowAsync<ContactsRateLimitException>()).Which;
        var export = (await Refused().Client.Awaiting(static it => it.ExportCsvAsync().WaitAsync(HangGuard.Limit))
            .Should().ThrowAsync<ContactsRateLimitException>()).Which;

        upload.Attempts.Should().ContainSingle();
        export.Attempts.Should().ContainSingle();
    }

    private static async Task<IReadOnlyList<ContactsAttempt>> AttemptsAsync(double jitter)
    {
        var clock = new FaultClock { Skips = static due => due <= _longestBackoff };
        var bench = new Bench(clock, options =>
            (options.Jitter, options.MaxRetries, options.Timeout) = (() => jitter, 8, TimeSpan.FromHours(1)), Answer.Of(503));
        return (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsServerException>()).Which.Attempts;
    }
}
