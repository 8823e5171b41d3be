namespace Contacts.Generated.Tests;

public class SharedCallbackTests
{
    private readonly SecretSource _source = new();
    private readonly FakeGateway _gateway = new();

    private ContactsCredential Credential => field ??= ContactsCredential.ApiKey(_source.AskAsync);

    private ContactsClient Client => field ??= TestClients.To(_gateway, Credential);

    [Fact]
    public async Task A_secret_is_asked_for_once_and_kept()
    {
        var first = Client.GetAsync("c1");
        (await _source.RunAsync(0)).Answer.SetResult("secret-1");
        await first;
        await Client.GetAsync("c1");

        _source.Count.Should().Be(1);
        _gateway.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Header("x-api-key") == "secret-1");
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_first_call()
    {
        _ = Client;

        _source.Count.Should().Be(0);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Concurrent_calls_share_one_run()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => Client.GetAsync("c1")).ToList();
        var run = await _source.RunAsync(0);
        _gateway.Requests.Should().BeEmpty();
        run.Answer.SetResult("secret-1");
        await Task.WhenAll(calls);

        _source.Count.Should().Be(1);
        _gateway.Requests.Should().HaveCount(20);
    }

    [Fact]
    public async Task Several_clients_share_one_run_too()
    {
        var other = TestClients.To(new FakeGateway(), Credential);
        var calls = new[] { Client.GetAsync("c1"), other.GetAsync("c1") };
        (await _source.RunAsync(0)).Answer.SetResult("secret-1");
        await Task.WhenAll(calls);

        _source.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_waiter_that_is_cancelled_does_not_hurt_the_others()
    {
        using var cancel = new CancellationTokenSource();
        var leaves = Client.GetAsync("c1", cancel.Token);
        var stays = Client.GetAsync("c2");
        var run = await _source.RunAsync(0);

        await cancel.CancelAsync();
        (await leaves.Invoking(call => call).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
        run.Cancelled.Task.IsCompleted.Should().BeFalse();
        run.Answer.SetResult("secret-1");
        await stays;

        _source.Count.Should().Be(1);
    }

    [Fact]
    public async Task The_last_waiter_to_leave_cancels_the_callback_and_the_next_call_asks_again()
    {
        using var cancel = new CancellationTokenSource();
        var calls = new[] { Client.GetAsync("c1", cancel.Token), Client.GetAsync("c2", cancel.Token) };
        var run = await _source.RunAsync(0);

        await cancel.CancelAsync();
        foreach (var call in calls)
        {
            await call.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        }

        await run.Cancelled.Task;
        var next = Client.GetAsync("c1");
        (await _source.RunAsync(1)).Answer.SetResult("secret-2");
        await next;

        _gateway.Requests.Should().ContainSingle().Which.Header("x-api-key").Should().Be("secret-2");
    }

    [Fact]
    public async Task What_a_callback_hangs_on_its_token_neither_fails_nor_holds_up_the_one_who_leaves()
    {
        var asked = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        var credential = ContactsCredential.ApiKey((_, token) =>
        {
            token.Register(() =>
            {
                release.Wait();
                throw new InvalidOperationException("from the token");
            });
            asked.SetResult();
            return new ValueTask<string>(new TaskCompletionSource<string>().Task);
        });
        using var cancel = new CancellationTokenSource();
        var call = TestClients.To(_gateway, credential).GetAsync("c1", cancel.Token);
        await asked.Task;

        await cancel.CancelAsync();
        await call.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        release.Set();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_already_asks_for_nothing()
    {
        var call = () => Client.GetAsync("c1", new CancellationToken(canceled: true));

        await call.Should().ThrowAsync<OperationCanceledException>();
        _source.Count.Should().Be(0);
        _gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_callback_that_blocks_does_not_block_its_caller()
    {
        using var release = new ManualResetEventSlim();
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey((_, token) =>
        {
            release.Wait(token);
            return new ValueTask<string>("secret-1");
        }));

        var call = client.GetAsync("c1");
        call.IsCompleted.Should().BeFalse();
        release.Set();
        await call;
    }

    [Fact]
    public async Task After_Invalidate_the_next_call_asks_again()
    {
        var first = Client.GetAsync("c1");
        (await _source.RunAsync(0)).Answer.SetResult("secret-1");
        await first;
        Credential.Invalidate();
        var second = Client.GetAsync("c1");
        (await _source.RunAsync(1)).Answer.SetResult("secret-2");
        await second;

        _gateway.Requests.Select(request => request.Header("x-api-key")).Should().Equal("secret-1", "secret-2");
    }

    [Fact]
    public async Task A_secret_that_was_invalidated_on_its_way_is_not_kept()
    {
        var first = Client.GetAsync("c1");
        var run = await _source.RunAsync(0);
        Credential.Invalidate();
        run.Answer.SetResult("secret-1");
        await first;
        var second = Client.GetAsync("c1");
        (await _source.RunAsync(1)).Answer.SetResult("secret-2");
        await second;

        _gateway.Requests[1].Header("x-api-key").Should().Be("secret-2");
    }
}
