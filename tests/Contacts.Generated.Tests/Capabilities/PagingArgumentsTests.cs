namespace Contacts.Generated.Tests;

public class PagingArgumentsTests
{
    private readonly FakeGateway _gateway = new();

    private ContactsClient Client => field ??= TestClients.To(_gateway, options => options.OrganizationId = "org_1");

    [Fact]
    public void Limit_is_refused_and_what_to_use_instead_is_named()
    {
        var calls = new Func<ContactsClient, object>[]
        {
            client => client.ListAllAsync(new ContactsListOptions { Limit = 5 }),
            client => client.SearchAllAsync("q", new ContactsSearchOptions { Limit = 5 }),
            client => client.GetAllCommentsAsync("c1", new ContactsGetCommentsOptions { Limit = 5 }),
            client => client.GetAllMessageCommentsAsync("c1", new ContactsGetMessageCommentsOptions { Limit = 5 }),
            client => client.ListAllNotificationsAsync(new ContactsListNotificationsOptions { Limit = 5 }),
        };

        foreach (var call in calls)
        {
            Client.Invoking(call).Should().Throw<ArgumentException>().WithMessage("*PageSize*Take*").Which.ParamName.Should().Be("options");
        }
    }

    [Fact]
    public void Arguments_are_checked_when_the_method_is_called()
    {
        Client.Invoking(client => client.SearchAllAsync(null!))
            .Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("query");
        Client.Invoking(client => client.SearchAllAsync(" ")).Should().Throw<ArgumentException>().Which.ParamName.Should().Be("query");
        Client.Invoking(client => client.GetAllCommentsAsync(".."))
            .Should().Throw<ArgumentException>().Which.ParamName.Should().Be("contactId");
        Client.Invoking(client => client.GetAllMessageCommentsAsync(""))
            .Should().Throw<ArgumentException>().Which.ParamName.Should().Be("contactId");
        Client.Invoking(client => client.ListAllAsync(new ContactsListOptions { Skip = -1 })).Should().Throw<ArgumentOutOfRangeException>();
        Client.Invoking(client => client.ListAllAsync(paging: new ContactsPagingOptions { PageSize = 1 }))
            .Should().Throw<ArgumentOutOfRangeException>().Which.ParamName.Should().Be("paging");
        Client.Invoking(client => client.ListAllAsync(paging: new ContactsPagingOptions { MaxPagesInFlight = 0 }))
            .Should().Throw<ArgumentOutOfRangeException>();
        Client.Invoking(client => client.ListAllAsync(paging: new ContactsPagingOptions { Continuation = "zz" }))
            .Should().Throw<ArgumentException>().WithMessage("*damaged*");
        _gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_continuation_goes_on_where_it_was_given_and_nowhere_else()
    {
        _gateway.Otherwise = sent => FakeGateway.Answer(200, sent.Path.Contains("skip=0", StringComparison.Ordinal)
            ? """{"data":[{"id":"c1"},{"id":"c2"}],"has_more":true,"count":3}"""
            : """{"data":[{"id":"c2"},{"id":"c3"}],"has_more":false,"count":3}""");
        var paging = new ContactsPagingOptions { PageSize = 2 };
        var first =
            (await Client.SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at" }, paging).AsPages().ToListAsync())[0];
        var rest = new ContactsPagingOptions { PageSize = 2, Continuation = first.Continuation };

        (await Client.SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at" }, rest).ToListAsync())
            .Select(contact => contact.Id).Should().Equal("c3");
        (await Client.WithOptions(new ContactsRequestOptions { MaxRetries = 0 })
            .SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at" }, rest).ToListAsync()).Should().HaveCount(1);

        var others = new (string Differs, Func<object> Call)[]
        {
            ("other parameters", () => Client.SearchAllAsync("bob", new ContactsSearchOptions { Sort = "created_at" }, rest)),
            ("other parameters", () => Client.SearchAllAsync("ann", new ContactsSearchOptions { Sort = "-created_at" }, rest)),
            ("other parameters", () =>
                Client.SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at", Type = "text" }, rest)),
            ("other parameters", () => Client.SearchAllAsync("ann&sort=created_at", null, rest)),
            ("another operation", () => Client.ListAllAsync(new ContactsListOptions { Sort = "created_at" }, rest)),
            ("another organization", () => Client.WithOptions(new ContactsRequestOptions { OrganizationId = "org_2" })
                .SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at" }, rest)),
            ("another gateway", () =>
                TestClients.To(_gateway, options => (options.OrganizationId, options.GatewayUrl) = ("org_1", new Uri("http://other.test")))
                .SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at" }, rest)),
        };
        foreach (var (differs, call) in others)
        {
            call.Should().Throw<ArgumentException>()
                .WithMessage($"ContactsPagingOptions.Continuation belongs to {differs}*pass it to the call that it came from*");
        }

        FluentActions.Invoking(() => Client.SearchAllAsync("ann", new ContactsSearchOptions { Sort = "created_at", Skip = 1 }, rest))
            .Should().Throw<ArgumentException>().WithMessage("*Skip*");
    }

    [Fact]
    public async Task A_continuation_of_another_contacts_comments_is_refused()
    {
        _gateway.Otherwise = _ => FakeGateway.Answer(200, """{"items":[{"_id":"m1"},{"_id":"m2"}],"has_more":true,"count":9}""");
        await using var pages = Client.GetAllCommentsAsync("c1").AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        var rest = new ContactsPagingOptions { Continuation = pages.Current.Continuation };

        Client.Invoking(client => client.GetAllCommentsAsync("c1", null, rest)).Should().NotThrow();
        Client.Invoking(client => client.GetAllCommentsAsync("c2", null, rest))
            .Should().Throw<ArgumentException>().WithMessage("*belongs to other parameters*");
    }

    [Fact]
    public async Task Each_method_asks_its_own_operation_with_its_parameters()
    {
        var paging = new ContactsPagingOptions { PageSize = 40 };
        await Client.ListAllAsync(new ContactsListOptions { Skip = 5, Sort = "created_at" }, paging).ToListAsync();
        await Client.SearchAllAsync("ann lee", null, paging).ToListAsync();
        await Client.GetAllCommentsAsync("c1", new ContactsGetCommentsOptions { ChannelType = ChannelType.Web }, paging).ToListAsync();
        await Client.ListAllNotificationsAsync(new ContactsListNotificationsOptions { Type = "general" }, paging).ToListAsync();
        await Client.GetAllMessageCommentsAsync("c1", new ContactsGetMessageCommentsOptions { ChannelType = ChannelType.Line }, paging)
            .ToListAsync();

        _gateway.Requests.Select(sent => sent.Path.Split('?')[0])
            .Should().Equal("contacts", "contacts/_search", "contacts/c1/comments", "notifications", "contacts/c1/message_comments");
        _gateway.Requests.Should().OnlyContain(sent => sent.Path.Contains("limit=40"));
        _gateway.Requests[0].Path.Should().Contain("skip=5").And.Contain("sort=created_at");
        _gateway.Requests[1].Path.Should().Contain("=ann%20lee");
        _gateway.Requests[2].Path.Should().Contain("=web");
        _gateway.Requests[3].Path.Should().Contain("type=general");
        _gateway.Requests[4].Path.Should().Contain("channel_types=line");
    }

    [Fact]
    public async Task A_list_has_a_page_size_of_its_own_until_the_caller_sets_one()
    {
        await Client.GetAllMessageCommentsAsync("c1").ToListAsync();
        await Client.GetAllMessageCommentsAsync("c1", paging: new ContactsPagingOptions { MaxPagesInFlight = 2 }).ToListAsync();
        await Client.GetAllMessageCommentsAsync("c1", paging: new ContactsPagingOptions { PageSize = 100 }).ToListAsync();
        await Client.GetAllCommentsAsync("c1").ToListAsync();

        _gateway.Requests.Select(sent => sent.Query.Single(parameter => parameter.Name == "limit").Value)
            .Should().Equal("50", "50", "100", "100");
        new ContactsPagingOptions().PageSize.Should().Be(100);
    }

    [Fact]
    public async Task The_comments_on_messages_are_read_as_any_list_is()
    {
        _gateway.Otherwise = sent => FakeGateway.Answer(200, sent.Path.Contains("skip=0", StringComparison.Ordinal)
            ? """{"items":[{"_id":"m1"},{"_id":"m2","comments":[{"_id":"x"}]}],"has_more":true,"count":3,"total":2}"""
            : """{"items":[{"_id":"m2"},{"_id":"m3"}],"has_more":false,"count":3,"total":2}""");

        var paging = new ContactsPagingOptions { PageSize = 2 };

        var pages = await Client.GetAllMessageCommentsAsync("c1", paging: paging).AsPages().ToListAsync();

        pages.SelectMany(page => page.Data).Select(message => message.Id).Should().Equal("m1", "m2", "m3");
        pages[0].Total.Should().Be(3);
        pages[0].Data[1].Comments.Should().ContainSingle();
        var rest = new ContactsPagingOptions { Continuation = pages[0].Continuation };
        Client.Invoking(client => client.GetAllMessageCommentsAsync("c1", null, rest)).Should().NotThrow();
        Client.Invoking(client => client.GetAllCommentsAsync("c1", null, rest))
            .Should().Throw<ArgumentException>().WithMessage("*belongs to another operation*");
    }

    [Fact]
    public async Task A_later_change_of_the_options_objects_has_no_effect()
    {
        var (options, paging) = (new ContactsListOptions { Sort = "created_at" }, new ContactsPagingOptions { PageSize = 40 });
        var contacts = Client.ListAllAsync(options, paging);
        (options.Sort, options.Skip, options.Limit, paging.PageSize) = ("name", 9, 3, 7);
        await contacts.ToListAsync();

        _gateway.Requests[0].Path.Should().Contain("sort=created_at").And.Contain("limit=40").And.Contain("skip=0");
    }
}
