using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

public class RetryAfterTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 1, 11, 59, 30, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 5 ", 5)]
    [InlineData("007", 7)]
    [InlineData("Sun, 01 Mar 2026 03:00:00 GMT", 30)]
    [InlineData("Sunday, 01-Mar-26 03:00:00 GMT", 30)]
    [InlineData("Sun Mar  1 03:00:00 2026", 30)]
    [InlineData("Sun, 01 Mar 2026 02:59:29 GMT", 0)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 0)]
    [InlineData("Sun Nov  6 08:49:37 1994", 0)]
    public void Every_form_is_read_in_every_culture(string value, int seconds) => ErrorShapes.InEveryCulture(() =>
        Wait(value, _now).Should().Be(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("5 s")]
    [InlineData("1e3")]
    [InlineData("٥")]
    [InlineData("soon")]
    [InlineData("2026-03-01T03:00:00Z")]
    [InlineData("Sun, 31 Feb 2026 03:00:00 GMT")]
    [InlineData("Sun, 01 Mar 2026 03:00:00 CET")]
    [InlineData("Sunday, 01-Mar-xx 03:00:00 GMT")]
    [InlineData("Sun, 01 Mar 2026 25:00:00 GMT")]
    [InlineData("a b c d e")]
    [InlineData("a b c d e f")]
    [InlineData("a, b-c-dd e GMT")]
    [InlineData("Wed, 01 Mar 2026 03:00:00 GMT")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void Anything_else_is_no_wait(string? value) => ErrorShapes.InEveryCulture(() =>
        Wait(value, _now).Should().BeNull());

    [Theory]
    [InlineData("2147484")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void A_huge_wait_is_cut_to_what_a_timer_takes(string value) =>
        Wait(value, _now).Should().Be(TimeSpan.FromMilliseconds(int.MaxValue));

    [Theory]
    [InlineData("Sun, 01 Mar 2026 03:00:00 GMT")]
    [InlineData("30")]
    public void The_header_is_read_against_the_given_clock(string value)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("retry-after", value);

        RetryAfterHeader.Read(response, new FakeTimeProvider(_now)).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void No_header_is_no_wait()
    {
        using var response = new HttpResponseMessage();

        RetryAfterHeader.Read(response, TimeProvider.System).Should().BeNull();
    }

    private static TimeSpan? Wait(string? value, DateTimeOffset now)
    {
        using var response = new HttpResponseMessage();
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", value);
        }

        return RetryAfterHeader.Read(response, new FakeTimeProvider(now));
    }
}
