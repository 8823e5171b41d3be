using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

/// <summary>What a later watch goes on from, and which texts it refuses.</summary>
public class WatchContinuationTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(7);

    private readonly NotificationFeed _feed = new();

    private ContactsClient Client => field ??= TestClients.To(_feed.Gateway, options => options.OrganizationId = "org_1");

    [Fact]
    public async Task The_first_batch_comes_after_the_first_look_and_may_be_empty()
    {
        _feed.Add("n1", 1);

        var first = await FirstBatch();

        first.Items.Should().BeEmpty();
        _feed.Add("n2", 2);
        (await FirstBatch(first.Continuation)).Items.Select(item => item.Id).Should().Equal("n2");
    }

    [Fact]
    public async Task Batches_have_100_items_at_most_and_each_says_how_to_go_on()
    {
        var start = await FirstBatch();
        Add(1, 250);
        var batches = await Batches(start.Continuation, 3);

        batches.Select(batch => batch.Items.Count).Should().Equal(100, 100, 50);
        batches.SelectMany(batch => batch.Items).Select(item => item.Id).Should().Equal(Ids(1, 250));
        (await FirstBatch(batches[1].Continuation)).Items.Select(item => item.Id).Should().Equal(Ids(201, 50));
        (await FirstBatch(batches[2].Continuation)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task It_does_not_matter_which_of_the_known_ones_are_still_there()
    {
        Add(1, 20);
        var start = await FirstBatch();
        Add(21, 10);
        _feed.Dismiss([.. Ids(1, 20)]);

        (await FirstBatch(start.Continuation)).Items.Select(item => item.Id).Should().Equal(Ids(21, 10));
    }

    [Fact]
    public async Task Older_ones_that_come_up_are_not_new_however_many_were_forgotten()
    {
        Add(1, 1_000);
        var batches = await Batches(null, 10, includeExisting: true);
        _feed.Dismiss([.. Ids(801, 200)]);
        _feed.Add("n1001", 1_001);

        (await FirstBatch(batches[^1].Continuation)).Items.Select(item => item.Id).Should().Equal("n1001");
    }

    [Fact]
    public async Task Ones_of_the_newest_time_are_found_among_the_known_and_beyond_a_page()
    {
        for (var number = 1; number <= 150; number++)
        {
            _feed.Add("n" + number, 5);
        }

        var batches = await Batches(null, 2, includeExisting: true);
        _feed.Insert(150, "last", 5);
        _feed.Insert(70, "middle", 5);

        (await FirstBatch(batches[^1].Continuation)).Items.Select(item => item.Id).Should().Equal("last", "middle");
    }

    [Fact]
    public async Task A_known_one_that_moves_to_the_top_hides_none()
    {
        Add(1, 10);
        var start = await FirstBatch();
        Add(11, 150);
        _feed.Dismiss("n5");
        _feed.Add("n5", 5);

        var batches = await Batches(start.Continuation, 2);

        batches.SelectMany(batch => batch.Items).Select(item => item.Id).Should().Equal(Ids(11, 150));
    }

    [Fact]
    public async Task New_ones_with_older_times_hide_none_of_those_below_them()
    {
        Add(101, 10);
        var start = await FirstBatch();
        for (var number = 1; number <= 150; number++)
        {
            _feed.Add("late" + number, number > 40 && number < 60 ? 1 : 200);
        }

        var batches = await Batches(start.Continuation, 2);

        batches.SelectMany(batch => batch.Items).Select(item => item.Id).Should().Equal(Enumerable.Range(1, 150).Select(n => "late" + n));
    }

    [Fact]
    public async Task The_text_is_bounded_and_has_no_ids()
    {
        Add(1, 5_000);

        var text = (await Batches(null, 50, includeExisting: true))[^1].Continuation;

        text.Should().MatchRegex("^[A-Za-z0-9_-]+$").And.Subject.Length.Should().BeInRange(1_000, 4_096);
        System.Text.Encoding.UTF8.GetString(ContinuationText.Decode(text)!).Should().NotContain("n4999");
    }

    [Fact]
    public async Task An_empty_text_is_a_new_watch_as_null_is()
    {
        _feed.Add("n1", 1);

        (await FirstBatch("")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Damaged_and_foreign_text_is_refused_when_the_method_is_called()
    {
        var text = (await FirstBatch()).Continuation;
        Add(1, 9);
        var ofList = (await Client.ListAllNotificationsAsync(paging: PagesOf(2)).AsPages().ToListAsync())[0].Continuation;
        var sent = _feed.Gateway.Requests.Count;

        Refused(text[..^1]).WithMessage("ContactsWatchOptions.Continuation is damaged*ContactsWatchBatch.Continuation*leave it null*");
        Refused(text[..9] + (text[9] == 'x' ? 'y' : 'x') + text[10..]).WithMessage("*is damaged*");
        Refused("https://example.com/next").WithMessage("*is damaged*");
        Refused(ofList!).WithMessage("ContactsWatchOptions.Continuation belongs to another operation*");
        Refused(text, client: Client.WithOptions(new ContactsRequestOptions { OrganizationId = "org_2" }))
            .WithMessage("*belongs to another organization*");
        Refused(text, scope: "ann").WithMessage("*was made under another Scope, or under none*");
        Client.Invoking(client => client.ListAllNotificationsAsync(paging: new() { Continuation = text }))
            .Should().Throw<ArgumentException>().WithMessage("ContactsPagingOptions.Continuation belongs to another operation*");
        _feed.Gateway.Requests.Should().HaveCount(sent, "nothing is sent");
    }

    [Fact]
    public async Task A_scope_binds_it_to_what_the_caller_says()
    {
        var text = (await Batches(null, 1, scope: "user 1"))[0].Continuation;

        (await Batches(text, 1, scope: "user 1")).Should().ContainSingle();
        Refused(text).WithMessage("*Scope*");
        Refused(text, scope: "user 2").WithMessage("*Scope*");
        Refused(text, scope: "").WithMessage("ContactsWatchOptions.Scope is an empty text*");
    }

    [Fact]
    public async Task A_test_of_an_application_makes_its_own()
    {
        var watch = ContactsWatch<string>.FromBatches(new(["a", "b"], "1"), new(["c"], "2"));

        (await watch.ToListAsync()).Should().Equal("a", "b", "c");
        (await watch.AsBatches().ToListAsync()).Select(batch => batch.Continuation).Should().Equal("1", "2");
        FluentActions.Invoking(() => ContactsWatch<string>.FromBatches(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ContactsWatch<string>.FromBatches([null!])).Should().Throw<ArgumentNullException>();
        await watch.Invoking(async w => await w.GetAsyncEnumerator(new CancellationToken(true)).MoveNextAsync())
            .Should().ThrowAsync<OperationCanceledException>();
    }

    private static IEnumerable<string> Ids(int first, int count) => Enumerable.Range(first, count).Select(number => "n" + number);

    private void Add(int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            _feed.Add("n" + number, number);
        }
    }

    private FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Refused(
        string text, ContactsClient? client = null, string? scope = null)
    {
        var refused = (client ?? Client).Invoking(c => c.WatchNotificationsAsync(new() { Continuation = text, Scope = scope }))
            .Should().Throw<ArgumentException>();
        refused.And.ParamName.Should().Be("options");
        return refused;
    }

    private async Task<ContactsWatchBatch<Notification>> FirstBatch(string? continuation = null) => (await Batches(continuation, 1))[0];

    private async Task<List<ContactsWatchBatch<Notification>>> Batches(
        string? continuation, int count, bool includeExisting = false, string? scope = null)
    {
        var options = new ContactsWatchOptions
        {
            Interval = _interval,
            Continuation = continuation,
            IncludeExisting = includeExisting,
            Scope = scope,
        };
        var batches = new List<ContactsWatchBatch<Notification>>();
        await foreach (var batch in Client.WatchNotificationsAsync(options).AsBatches())
        {
            batches.Add(batch);
            if (batches.Count == count)
            {
                break;
            }
        }

        return batches;
    }
}
