namespace Contacts.Generated.Tests;

public class PagingCancellationTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Either_token_ends_a_wait_and_is_the_one_in_the_exception(bool ofTheMethod, bool asPages)
    {
        using var method = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        var server = new ManualServer(100);
        var list = server.List(10, 3, method.Token);
        var source = ofTheMethod ? method : enumeration;

        Func<Task> reading = asPages
            ? async () => await list.AsPages().WithCancellation(enumeration.Token).GetAsyncEnumerator().MoveNextAsync()
            : async () => await list.GetAsyncEnumerator(enumeration.Token).MoveNextAsync();
        var task = reading();
        server.InFlight.Should().Equal(0);
        await source.CancelAsync();

        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
        server.InFlight.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_the_reading_within_a_page(bool ofTheMethod)
    {
        using var method = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        var server = new ScriptedServer(10);
        await using var items = server.List(cancellationToken: method.Token).GetAsyncEnumerator(enumeration.Token);
        await items.MoveNextAsync();

        await (ofTheMethod ? method : enumeration).CancelAsync();

        await items.Invoking(i => i.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_token_cancelled_before_sends_nothing()
    {
        var server = new ScriptedServer(10);

        var reading = () => server.List(cancellationToken: new CancellationToken(true)).ToListAsync();

        await reading.Should().ThrowAsync<OperationCanceledException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_while_reading_ahead_leaves_nothing_under_way()
    {
        using var cancel = new CancellationTokenSource();
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 4, cancel.Token);
        var second = pages.MoveNextAsync();
        server.InFlight.Should().HaveCount(4);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => second.AsTask()).Should().ThrowAsync<OperationCanceledException>();
        server.InFlight.Should().BeEmpty();
        server.Cancelled.Should().HaveCount(4);
    }

    [Fact]
    public async Task Break_cancels_what_is_under_way_and_swallows_its_failures()
    {
        var server = new ManualServer(200);
        var pages = await server.ReadAtFullSpeed(10, 4);
        server.InFlight.Should().Equal(45, 54, 63);
        server.Fail(54, new ContactsServerException());

        await pages.DisposeAsync();

        server.Cancelled.Should().BeEquivalentTo([45, 63]);
        server.InFlight.Should().BeEmpty();
    }

    [Fact]
    public async Task A_cancellation_that_no_token_asked_for_passes_unchanged()
    {
        var thrown = new OperationCanceledException("of the transport");
        var server = new ManualServer(100);
        await using var pages = server.List(10, 1).AsPages().GetAsyncEnumerator();
        var first = pages.MoveNextAsync();
        server.Fail(0, thrown);

        (await FluentActions.Awaiting(() => first.AsTask()).Should().ThrowAsync<OperationCanceledException>())
            .Which.Should().BeSameAs(thrown);
    }
}
