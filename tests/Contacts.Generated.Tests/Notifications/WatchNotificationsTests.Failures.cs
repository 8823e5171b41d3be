namespace Contacts.Generated.Tests;

// What a watch does when a request fails.
public partial class WatchNotificationsTests
{
    [Fact]
    public async Task Passing_failures_are_waited_out_and_nothing_is_lost()
    {
        _feed.Add("n1", 1);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Add("n2", 2);
        _feed.Gateway.Then(503).ThenThrow(() => new HttpRequestException("reset")).Then(408);
        for (var failure = 0; failure < 3; failure++)
        {
            await watch.QuietAsync(_interval);
        }

        (await watch.TakeAsync(1)).Should().Equal("n2");
    }

    [Fact]
    public async Task A_failure_on_the_second_page_loses_and_repeats_nothing()
    {
        _feed.Add("old", 0);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        var page = AddTwoPages();
        _feed.Gateway.Then((sent, _) => Task.FromResult(page(sent))).Then(502);
        await watch.QuietAsync(_interval);

        (await watch.TakeAsync(150)).Should().Equal(Enumerable.Range(1, 150).Select(number => "n" + number));
        await watch.QuietAsync(_interval);
    }

    [Fact]
    public async Task The_first_look_that_succeeds_is_the_silent_one()
    {
        _feed.Add("n1", 1);
        _feed.Gateway.Then(503);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        await watch.QuietAsync(_interval);
        _feed.Add("n2", 2);

        (await watch.TakeAsync(1)).Should().Equal("n2");
    }

    [Theory]
    [InlineData(503, "60", 60)]
    [InlineData(503, "2", 7)]
    [InlineData(429, "60", 60)]
    [InlineData(429, "2", 2)]
    public async Task A_wait_that_the_service_asks_for_is_kept_where_it_is_longer(int status, string retryAfter, int seconds)
    {
        _feed.Gateway.Then(status, "", response => response.Headers.TryAddWithoutValidation("Retry-After", retryAfter));
        await using var watch = Watch();

        await watch.QuietAsync(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_block_of_any_length_is_waited_out_within_the_look_that_it_interrupted()
    {
        _feed.Add("old", 0);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        var page = AddTwoPages();
        _feed.Gateway.Then((sent, _) => Task.FromResult(page(sent)));
        for (var hour = 0; hour < 10; hour++)
        {
            _feed.Gateway.Then(429, "", response => response.Headers.TryAddWithoutValidation("Retry-After", "3600"));
        }

        for (var hour = 0; hour < 10; hour++)
        {
            await watch.QuietAsync(TimeSpan.FromHours(1));
        }

        (await watch.TakeAsync(150)).Should().Equal(Enumerable.Range(1, 150).Select(number => "n" + number));
        _feed.Gateway.Requests.Count(sent => sent.Path.Contains("skip=0", StringComparison.Ordinal))
            .Should().Be(2, "no page was read twice");
    }

    [Theory]
    [InlineData(401, typeof(ContactsAuthenticationException))]
    [InlineData(403, typeof(ContactsPermissionException))]
    [InlineData(404, typeof(ContactsNotFoundException))]
    public async Task Any_other_failure_ends_the_watch(int status, Type expected)
    {
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Gateway.Then(status);

        (await Record.ExceptionAsync(() => watch.TakeAsync(1))).Should().BeOfType(expected);
    }

    /// <summary>Adds more notifications than a page has.</summary>
    /// <returns>What answers with the pages, where a test puts failures in between.</returns>
    private Func<SentRequest, HttpResponseMessage> AddTwoPages()
    {
        for (var number = 1; number <= 150; number++)
        {
            _feed.Add("n" + number, number);
        }

        return _feed.Gateway.Otherwise;
    }
}
