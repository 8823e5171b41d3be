namespace Contacts.Generated.Tests;

public partial class WatchNotificationsTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(7);

    private readonly NotificationFeed _feed = new();
    private readonly SignallingClock _clock = new();

    private ContactsClient Client =>
        field ??= TestClients.To(_feed.Gateway, options => (options.TimeProvider, options.MaxRetries) = (_clock, 0));

    [Fact]
    public async Task The_first_look_is_silent_and_each_new_one_comes_once_the_oldest_first()
    {
        _feed.Add("n1", 1).Add("n2", 2);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Add("n3", 3).Add("n4", 4);
        (await watch.TakeAsync(2)).Should().Equal("n3", "n4");
        await watch.QuietAsync(_interval);
        await watch.QuietAsync(_interval);
        _feed.Add("n5", 5);
        (await watch.TakeAsync(1)).Should().Equal("n5");
    }

    [Fact]
    public async Task With_IncludeExisting_those_that_are_there_come_first()
    {
        for (var number = 1; number <= 250; number++)
        {
            _feed.Add("n" + number, number);
        }

        await using var watch = Watch(new ContactsWatchOptions { Interval = _interval, IncludeExisting = true });
        (await watch.TakeAsync(250)).Should().Equal(Enumerable.Range(1, 250).Select(number => "n" + number));
        await watch.QuietAsync(_interval);
        _feed.Add("n251", 251);
        (await watch.TakeAsync(1)).Should().Equal("n251");
    }

    [Fact]
    public async Task A_silent_first_look_reads_one_page()
    {
        for (var number = 1; number <= 250; number++)
        {
            _feed.Add("n" + number, number);
        }

        await using var watch = Watch();
        await watch.QuietAsync(_interval);

        _feed.Gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task More_new_ones_than_a_page_holds_all_come()
    {
        _feed.Add("old", 0);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        for (var number = 1; number <= 230; number++)
        {
            _feed.Add("n" + number, number);
        }

        (await watch.TakeAsync(230)).Should().Equal(Enumerable.Range(1, 230).Select(number => "n" + number));
        await watch.QuietAsync(_interval);
    }

    [Fact]
    public async Task An_empty_list_is_a_beginning_too()
    {
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Add("n1", -60);

        (await watch.TakeAsync(1)).Should().Equal("n1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Older_ones_that_come_up_because_others_were_dismissed_are_not_new(bool haveTimes)
    {
        for (var number = 1; number <= 205; number++)
        {
            _feed.Add("n" + number, haveTimes ? number : null);
        }

        await using var watch = Watch();
        await watch.QuietAsync(_interval);

        // Without times, a known one must be left to tell by its place.
        _feed.Dismiss([.. Enumerable.Range(haveTimes ? 106 : 107, haveTimes ? 100 : 99).Select(number => "n" + number)]);
        await watch.QuietAsync(_interval);
        _feed.Add("n206", haveTimes ? 206 : null);
        (await watch.TakeAsync(1)).Should().Equal("n206");
        await watch.QuietAsync(_interval);
    }

    [Fact]
    public async Task When_all_were_dismissed_the_next_one_is_new()
    {
        _feed.Add("n1", 1).Add("n2", 2);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Dismiss("n1", "n2");
        await watch.QuietAsync(_interval);
        _feed.Add("n3", 3);

        (await watch.TakeAsync(1)).Should().Equal("n3");
    }

    [Fact]
    public async Task One_of_the_same_moment_as_the_newest_known_is_new()
    {
        _feed.Add("n1", 1).Add("n2", 2);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Add("n3", 2).Add("n4", 2);

        (await watch.TakeAsync(2)).Should().Equal("n3", "n4");
        await watch.QuietAsync(_interval);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_comes_late_among_the_known_is_new_whatever_its_time(bool hasTime)
    {
        _feed.Add("n1", 1).Add("n2", 2).Add("n4", 4);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Dismiss("n4");
        _feed.Add("n3", hasTime ? 3 : null).Add("n4", 4).Add("n5", 5);

        (await watch.TakeAsync(2)).Should().Equal("n3", "n5");
        await watch.QuietAsync(_interval);
    }

    [Fact]
    public async Task One_without_an_id_hides_no_other()
    {
        _feed.Add("", 1).Add("n1", 2);
        await using var watch = Watch();
        await watch.QuietAsync(_interval);
        _feed.Add("n2", 3).Add("", 4);

        (await watch.TakeAsync(1)).Should().Equal("n2");
        await watch.QuietAsync(_interval);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_the_wait_and_is_the_one_that_is_named(bool isMethods)
    {
        using var methods = new CancellationTokenSource();
        using var enumerators = new CancellationTokenSource();
        await using var watch = Watch(token: methods.Token, enumeratorsToken: enumerators.Token);
        await watch.QuietAsync(_interval);
        var cancel = isMethods ? methods : enumerators;
        var next = watch.MoveNextAsync();
        await cancel.CancelAsync();

        (await next.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_a_look(bool isMethods)
    {
        using var methods = new CancellationTokenSource();
        using var enumerators = new CancellationTokenSource();
        var cancel = isMethods ? methods : enumerators;
        _feed.Gateway.Then(async (_, token) =>
        {
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
            return FakeGateway.Answer(200);
        });
        await using var watch = Watch(token: methods.Token, enumeratorsToken: enumerators.Token);

        (await watch.Invoking(w => w.MoveNextAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
    }

    [Fact]
    public async Task A_cancelled_watch_yields_no_more_of_what_it_has()
    {
        using var cancel = new CancellationTokenSource();
        _feed.Add("n1", 1).Add("n2", 2);
        await using var watch = Watch(new ContactsWatchOptions { IncludeExisting = true, Interval = _interval }, cancel.Token);
        (await watch.TakeAsync(1)).Should().Equal("n1");
        await cancel.CancelAsync();

        await watch.Invoking(w => w.MoveNextAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Each_enumeration_is_a_watch_of_its_own()
    {
        _feed.Add("n1", 1);
        var notifications = Client.WatchNotificationsAsync(new ContactsWatchOptions { Interval = _interval, IncludeExisting = true });
        for (var time = 0; time < 2; time++)
        {
            await using var watch = new WatchReader(notifications.GetAsyncEnumerator(), _clock);
            (await watch.TakeAsync(1)).Should().Equal("n1");
        }
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_enumerated_and_options_are_read_at_once()
    {
        var options = new ContactsWatchOptions { Interval = _interval };
        var notifications = Client.WatchNotificationsAsync(options);
        options.Interval = TimeSpan.FromHours(3);
        _feed.Gateway.Requests.Should().BeEmpty();
        await using var watch = new WatchReader(notifications.GetAsyncEnumerator(), _clock);

        await watch.QuietAsync(_interval);
    }

    [Fact]
    public void The_interval_has_bounds()
    {
        foreach (var wrong in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(
            0.999), TimeSpan.FromSeconds(-1), TimeSpan.FromDays(1.001), Timeout.InfiniteTimeSpan })
        {
            Client.Invoking(c => c.WatchNotificationsAsync(new ContactsWatchOptions { Interval = wrong }))
                .Should().Throw<ArgumentOutOfRangeException>().WithMessage("Interval*");
        }

        Client.Invoking(c => c.WatchNotificationsAsync(new ContactsWatchOptions { Interval = TimeSpan.FromDays(1) })).Should().NotThrow();
        new ContactsWatchOptions().Interval.Should().Be(TimeSpan.FromSeconds(30));
    }

    private WatchReader Watch(
        ContactsWatchOptions? options = null, CancellationToken token = default, CancellationToken enumeratorsToken = default) =>
        new(Client.WatchNotificationsAsync(options ?? new ContactsWatchOptions { Interval = _interval }, token)
            .GetAsyncEnumerator(enumeratorsToken), _clock);
}
