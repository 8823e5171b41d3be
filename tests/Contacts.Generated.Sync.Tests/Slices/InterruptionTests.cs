using Microsoft.EntityFrameworkCore.Storage;

namespace Contacts.Generated.Sync.Tests;

/// <summary>Slices that are ended at any step, and slices that run at the same time.</summary>
public class InterruptionTests
{
    [Fact]
    public async Task Whatever_step_fails_the_rows_end_equal_and_no_change_is_lost_or_doubled()
    {
        var step = 1;
        int steps;
        do
        {
            await using var host = await MirrorHost.StartAsync(contacts: 45, Small);
            host.Steps.FailAt(step);
            await RunThroughAsync(host);

            ChangeAtService(host);
            await RunThroughAsync(host);

            await host.ShouldEqualServiceAsync();
            steps = host.Steps.Count;
        }
        while (++step <= steps);

        step.Should().BeGreaterThan(30, "each call and each commit was a step");
    }

    [Fact]
    public async Task A_slice_that_is_outrun_gives_way_and_changes_nothing()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 60, Small);
        ContactsMirrorSlice? other = null;
        var calls = 0;
        host.Steps.At = async (_, name) =>
        {
            // The newest contacts are committed, and while the first page of the list is awaited, another slice runs through.
            if (name == "call" && ++calls == 2)
            {
                other = await host.RunSliceAsync();
            }
        };

        var outrun = await host.RunSliceAsync();

        other.Should().BeEquivalentTo(new { GaveWay = false, MoreToDo = false });
        outrun.Should().BeEquivalentTo(new { GaveWay = true, MoreToDo = false });
        (outrun.Added, other!.Added).Should().Be((10, 50));
        host.Logs.Lines.Should().ContainSingle(line => line.EventName == "GaveWay");
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task Slices_at_the_same_time_apply_everything_once()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 200, options => (options.PageSize, options.CommitSize) = (20, 20));

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.RunPassAsync)));
            ChangeAtService(host);
        }

        await host.RunPassAsync();
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_commit_that_the_provider_repeats_is_applied_once()
    {
        var gaveWay = 0;
        for (var step = 1; step <= 9; step++)
        {
            await using var host = await MirrorHost.StartAsync(
                contacts: 30, Small, context: options => options.ReplaceService<IExecutionStrategyFactory, RetryingFactory>());
            host.Steps.FailAt(step);

            await RunThroughAsync(host);
            await RunThroughAsync(host);

            await host.ShouldEqualServiceAsync();
            gaveWay += host.Logs.Lines.Count(line => line.EventName == "GaveWay");
        }

        gaveWay.Should().BePositive("a commit whose success was not heard of looks like another slice's");
    }

    [Fact]
    public async Task A_slice_can_be_cancelled_at_any_step()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 100, Small);
        for (var step = 1; step <= 8; step++)
        {
            using var cancel = new CancellationTokenSource();
            var first = host.Steps.Count;
            host.Steps.At = (number, _) => number == first + step ? cancel.CancelAsync() : Task.CompletedTask;
            var slice = () => host.Mirror.RunSliceAsync(MirrorHost.Organization, cancel.Token);
            (await slice.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        }

        host.Steps.At = null;
        host.Logs.Lines.Should().NotContain(line => line.EventName == "SliceFailed");
        await host.RunPassAsync();
        await host.ShouldEqualServiceAsync();
    }

    private static void Small(ContactsMirrorOptions options) =>
        (options.PageSize, options.CommitSize, options.LookupSize) = (10, 20, 3);

    private static void ChangeAtService(MirrorHost host)
    {
        var contacts = host.Emulator.Contacts;
        for (var index = 0; index < 5; index++)
        {
            contacts.RemoveAt(index * 4);
            contacts[(index * 7) + 1].DisplayName = $"Renamed {contacts.Count}-{index}";
            contacts.Add(new Contact
            {
                Id = $"con_new_{contacts.Count}_{index}_{Guid.NewGuid()}",
                CreatedAt = DateTimeOffset.UnixEpoch.AddYears(100).AddHours((contacts.Count * 10) + index),
            });
        }
    }

    /// <summary>Runs slices until a pass has ended, again after each failure.</summary>
    private static async Task RunThroughAsync(MirrorHost host)
    {
        while (true)
        {
            try
            {
                await host.RunPassAsync();
                return;
            }
            catch (Exception exception) when (Causes(exception).OfType<StepFailedException>().Any() || exception is ContactsException)
            {
            }
        }
    }

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    /// <summary>Repeats what failed, as providers do where a connection may break, without knowing whether a commit succeeded.</summary>
    private sealed class RetryingFactory(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new Retrying(dependencies);

        private sealed class Retrying(ExecutionStrategyDependencies dependencies)
            : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.FromMilliseconds(1))
        {
            protected override bool ShouldRetryOn(Exception exception) => exception is StepFailedException;
        }
    }
}
