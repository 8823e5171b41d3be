namespace Contacts.Generated.Tests;

/// <summary>Several calls at a time, whose results come as they end; the sequence is read no faster than that.</summary>
public class BulkCallsTests
{
    private static readonly string[] _letters = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public async Task Results_come_as_calls_end()
    {
        var calls = new ManualCalls();
        await using var results = calls.Over(_letters).GetAsyncEnumerator();
        var next = Next(results);
        calls.Begun.Should().Equal("a", "b", "c", "d");

        calls.Answer("c");
        (await next).Should().BeTrue();

        results.Current.Should().BeEquivalentTo(new { Id = "c", Index = 2L, Value = "c!", IsSuccess = true, Exception = (Exception?)null });
        next = Next(results);
        calls.Answer("b");
        (await next).Should().BeTrue();
        (results.Current.Id, results.Current.Index).Should().Be(("b", 1L));
    }

    [Fact]
    public async Task The_sequence_is_read_only_as_fast_as_results_are_taken()
    {
        var calls = new ManualCalls();
        await using var results = calls.Over(Enumerable.Range(0, int.MaxValue).Select(number => $"{number}"), 3).GetAsyncEnumerator();
        for (var taken = 0; taken < 1000; taken++)
        {
            var next = Next(results);
            (calls.Read, calls.Begun.Count).Should().Be((taken + 3, taken + 3));
            calls.Answer(calls.Begun[taken]);
            (await next).Should().BeTrue();
        }

        calls.Answer(calls.Begun[1001]);
        calls.Answer(calls.Begun[1000]);
        calls.Read.Should().Be(1002, "results that nobody takes make no room");
    }

    [Fact]
    public async Task One_at_a_time_is_in_order()
    {
        var calls = new ManualCalls();
        await using var results = calls.Over(_letters, 1).GetAsyncEnumerator();
        foreach (var letter in _letters)
        {
            var next = Next(results);
            calls.Begun[^1].Should().Be(letter);
            calls.Answer(letter);
            (await next).Should().BeTrue();
            results.Current.Id.Should().Be(letter);
        }

        (await Next(results)).Should().BeFalse();
        calls.IsDisposed.Should().BeTrue();
        calls.Cancelled.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failure_is_the_result_of_its_item_alone()
    {
        var fault = new ContactsServerException(503, null);
        var calls = new ManualCalls();
        await using var results = calls.Over(["a", "b"]).GetAsyncEnumerator();
        var next = Next(results);

        calls.Fail("a", fault);
        await next;

        (results.Current.IsSuccess, results.Current.Value).Should().Be((false, null));
        results.Current.Exception.Should().BeSameAs(fault);
        next = Next(results);
        calls.Answer("b");
        (await next).Should().BeTrue();
        results.Current.IsSuccess.Should().BeTrue();
        (await Next(results)).Should().BeFalse();
    }

    [Fact]
    public async Task A_call_that_was_cancelled_by_others_is_a_failure_like_any()
    {
        var calls = new ManualCalls();
        await using var results = calls.Over(["a"]).GetAsyncEnumerator();
        var next = Next(results);

        calls.Fail("a", new OperationCanceledException("a callback's own"));

        (await next).Should().BeTrue();
        results.Current.Exception.Should().BeOfType<OperationCanceledException>();
    }

    [Fact]
    public async Task A_result_does_not_wait_for_the_sequences_next_item()
    {
        var arrives = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = new ManualCalls { BeforeItem = (index, _) => index == 2 ? arrives.Task : Task.CompletedTask };
        await using var results = calls.Over(_letters).GetAsyncEnumerator();
        var next = Next(results);
        calls.Begun.Should().Equal("a", "b");

        calls.Answer("a");
        (await next).Should().BeTrue();
        next = Next(results);
        arrives.SetResult();
        calls.Answer("b");
        (await next).Should().BeTrue();

        results.Current.Id.Should().Be("b");
    }

    [Fact]
    public async Task What_a_sequence_throws_comes_after_the_results_of_what_was_begun()
    {
        var fault = new IOException("the sequence's");
        var calls = new ManualCalls { BeforeItem = (index, _) => index < 2 ? Task.CompletedTask : Task.FromException(fault) };
        await using var results = calls.Over(_letters).GetAsyncEnumerator();
        var next = Next(results);

        calls.Answer("b");
        (await next).Should().BeTrue();
        next = Next(results);
        calls.Answer("a");
        (await next).Should().BeTrue();
        results.Current.Value.Should().Be("a!");

        (await FluentActions.Awaiting(() => Next(results)).Should().ThrowAsync<IOException>()).Which.Should().BeSameAs(fault);
        (calls.Begun.Count, calls.IsDisposed).Should().Be((2, true));
        calls.Cancelled.Should().BeEmpty();
    }

    [Fact]
    public async Task Ending_early_cancels_what_is_under_way_and_waits_for_it()
    {
        var calls = new ManualCalls { HeedsTokens = false };
        var results = calls.Over(_letters, 3).GetAsyncEnumerator();
        var next = Next(results);
        calls.Answer("a");
        await next;

        var end = results.DisposeAsync().AsTask();

        calls.Cancelled.Should().BeEquivalentTo("b", "c");
        calls.Answer("b");
        end.IsCompleted.Should().BeFalse("one call has not ended");
        calls.Answer("c");
        await end.WaitAsync(HangGuard.Limit);
        (calls.Begun.Count, calls.IsDisposed).Should().Be((3, true));
    }

    [Fact]
    public async Task Ending_early_waits_for_the_sequences_next_item_which_learns_of_it()
    {
        var token = default(CancellationToken);
        var arrives = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = new ManualCalls
        {
            BeforeItem = (index, given) =>
            {
                token = given;
                return index == 1 ? arrives.Task : Task.CompletedTask;
            },
        };
        var results = calls.Over(_letters).GetAsyncEnumerator();
        var next = Next(results);
        calls.Answer("a");
        await next;

        var end = results.DisposeAsync().AsTask();

        token.IsCancellationRequested.Should().BeTrue();
        (end.IsCompleted, calls.IsDisposed).Should().Be((false, false));
        arrives.SetResult();
        await end.WaitAsync(HangGuard.Limit);
        (calls.IsDisposed, calls.Begun.Count).Should().Be((true, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_ends_the_calls_and_tells_the_callers_own_token(bool byMethod)
    {
        using var source = new CancellationTokenSource();
        var calls = new ManualCalls();
        var over = calls.Over(_letters, 2, byMethod ? source.Token : default);
        await using var results = over.GetAsyncEnumerator(byMethod ? default : source.Token);
        var next = Next(results);

        await source.CancelAsync();

        (await FluentActions.Awaiting(() => next).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
        calls.Cancelled.Should().BeEquivalentTo("a", "b");
        (calls.Begun.Count, calls.IsDisposed).Should().Be((2, true));
    }

    [Fact]
    public async Task Cancelling_while_the_sequence_is_awaited_tells_the_callers_own_token_too()
    {
        using var source = new CancellationTokenSource();
        var calls = new ManualCalls { BeforeItem = static (_, token) => Task.Delay(Timeout.Infinite, token) };
        await using var results = calls.Over(_letters, 2, source.Token).GetAsyncEnumerator();
        var next = Next(results);

        await source.CancelAsync();

        (await FluentActions.Awaiting(() => next).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_reads_nothing()
    {
        var calls = new ManualCalls();
        await using var results = calls.Over(_letters, 2, new CancellationToken(canceled: true)).GetAsyncEnumerator();

        await FluentActions.Awaiting(() => Next(results)).Should().ThrowAsync<OperationCanceledException>();

        calls.Read.Should().Be(0);
    }

    [Fact]
    public async Task Each_enumeration_begins_anew()
    {
        var calls = new ManualCalls();
        var over = calls.Over(["a"]);
        for (var time = 1; time <= 2; time++)
        {
            await using var results = over.GetAsyncEnumerator();
            var next = Next(results);
            calls.Answer("a");
            (await next).Should().BeTrue();
            (await Next(results)).Should().BeFalse();
            calls.Begun.Should().HaveCount(time);
        }
    }

    [Fact]
    public async Task An_empty_sequence_has_no_results()
    {
        await using var results = new ManualCalls().Over([]).GetAsyncEnumerator();

        (await Next(results)).Should().BeFalse();
    }

    private static Task<bool> Next<T>(IAsyncEnumerator<T> results) => results.MoveNextAsync().AsTask().WaitAsync(HangGuard.Limit);
}
