using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

public class RetryAfterParserTests
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
    [InlineData("sun, 1 mar 2026 03:00:00 gmt", 30)]
    [InlineData("Wed, 01 Mar 2026 03:00:00 GMT", 30)]
    [InlineData("Sun, 01 Mar 2026 02:59:29 GMT", 0)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 0)]
    [InlineData("Sun Nov  6 08:49:37 1994", 0)]
    public void Every_form_is_read_in_every_culture(string value, int seconds) => ErrorShapes.InEveryCulture(() =>
        RetryAfterParser.Parse(value, _now).Should().Be(TimeSpan.FromSeconds(seconds)));

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
    public void Anything_else_is_no_wait(string? value) => ErrorShapes.InEveryCulture(() =>
        RetryAfterParser.Parse(value, _now).Should().BeNull());

    [Theory]
    [InlineData("2147484")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Tuesday, 01-Mar-76 03:00:00 GMT")]
    public void A_huge_wait_is_cut_to_what_a_timer_takes(string value) =>
        RetryAfterParser.Parse(value, _now).Should().Be(TimeSpan.FromMilliseconds(int.MaxValue));

    [Fact]
    public void Four_hundred_digits_of_seconds_are_cut_too() =>
        RetryAfterParser.Parse(new string('9', 400), _now).Should().Be(RetryAfterParser.Longest);

    [Fact]
    public void Two_digits_more_than_50_years_ahead_are_in_the_past() =>
        RetryAfterParser.Parse("Monday, 01-Mar-77 03:00:00 GMT", _now).Should().Be(TimeSpan.Zero);

    [Fact]
    public void Two_digits_of_the_next_century_are_ahead() =>
        RetryAfterParser.Parse("Friday, 01-Jan-00 00:00:00 GMT", new DateTimeOffset(2099, 12, 31, 23, 59, 0, TimeSpan.Zero))
            .Should().Be(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("Sun, 01 Mar 2026 03:00:00 GMT")]
    [InlineData("30")]
    public void The_header_is_read_against_the_given_clock(string value)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("retry-after", value);

        RetryAfterParser.Read(response, new FakeTimeProvider(_now)).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void The_first_header_that_can_be_read_counts()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", "soon");
        response.Headers.TryAddWithoutValidation("Retry-After", "3");

        RetryAfterParser.Read(response, TimeProvider.System).Should().Be(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void No_header_is_no_wait()
    {
        using var response = new HttpResponseMessage();

        RetryAfterParser.Read(response, TimeProvider.System).Should().BeNull();
    }
}
