namespace Contacts.Generated.Tests;

public class PagingOptionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_page_size_below_2_is_refused(int pageSize) =>
        Listing(new() { PageSize = pageSize }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ContactsPagingOptions.PageSize must be at least 2*set it to 2 or more*").And.ParamName.Should().Be("paging");

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Pages_in_flight_are_1_to_64(int pages) =>
        Listing(new() { MaxPagesInFlight = pages }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ContactsPagingOptions.MaxPagesInFlight must be from 1 to 64*set it to 1*").And.ParamName.Should().Be("paging");

    [Fact]
    public void A_negative_time_without_a_page_is_refused() =>
        Listing(new() { MaxBlock = Timeout.InfiniteTimeSpan }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ContactsPagingOptions.MaxBlock must be zero or more*").And.ParamName.Should().Be("paging");

    [Theory]
    [InlineData(2, 1)]
    [InlineData(int.MaxValue, 64)]
    public async Task The_bounds_themselves_are_fine(int pageSize, int pages)
    {
        var server = new ScriptedServer(9);

        (await server.List(new() { PageSize = pageSize, MaxPagesInFlight = pages }).ToListAsync()).Should().Equal(server.Items);
    }

    [Fact]
    public void Skip_beside_a_continuation_is_refused_even_when_it_is_0() =>
        Listing(new() { Continuation = "AQ" }, skip: 0)
            .Should().Throw<ArgumentException>().WithMessage("*Skip cannot be given as well*leave Skip unset*")
            .And.ParamName.Should().Be("paging");

    [Fact]
    public async Task An_empty_continuation_is_the_beginning_as_null_is()
    {
        var server = new ScriptedServer(9);

        (await server.List(new() { Continuation = "" }).ToListAsync()).Should().Equal(server.Items);
        (await server.List(new() { Continuation = "" }, skip: 5).ToListAsync()).Should().Equal(server.Items.Skip(5));
    }

    [Fact]
    public void A_negative_skip_is_refused() =>
        Listing(null, skip: -1)
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("Skip is*0 or more*").And.ParamName.Should().Be("options");

    [Fact]
    public async Task Options_changed_after_the_call_change_nothing()
    {
        var server = new ScriptedServer(30);
        var paging = new ContactsPagingOptions { PageSize = 20 };
        var list = server.List(paging);

        paging.PageSize = 3;
        await list.ToListAsync();

        server.Requests.Should().Equal((0, 20), (19, 20));
    }

    [Fact]
    public void The_defaults_are_100_items_four_pages_and_five_minutes()
    {
        var paging = new ContactsPagingOptions();

        (paging.PageSize, paging.MaxPagesInFlight, paging.MaxBlock, paging.Continuation)
            .Should().Be((100, 4, TimeSpan.FromMinutes(5), null));
    }

    private static Action Listing(ContactsPagingOptions? paging, int? skip = null) => () => new ScriptedServer(1).List(paging, skip);
}
