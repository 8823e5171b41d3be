using System.Collections.Concurrent;
using Contacts.Generated.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Sync.Tests;

/// <summary>A mirror of several organizations, and the loop that runs their slices.</summary>
public class OrganizationTests
{
    [Fact]
    public async Task Organizations_do_not_see_each_other()
    {
        await using var world = await World.StartAsync(("org_a", 30), ("org_b", 20));
        await world.Mirror.RunSliceAsync("org_a");
        await world.Mirror.RunSliceAsync("org_b");
        world.Emulators["org_b"].Contacts.RemoveAt(0);

        (await world.Mirror.RunSliceAsync("org_a")).Removed.Should().Be(0);
        (await world.Mirror.RunSliceAsync("org_b")).Should().BeEquivalentTo(new { Removed = 1, LastChange = 21 });

        (await world.Mirror.GetStateAsync("org_a"))!.Contacts.Should().Be(30);
        (await world.Mirror.GetStateAsync("org_b"))!.Contacts.Should().Be(19);
    }

    [Fact]
    public async Task The_failure_of_one_organization_leaves_the_others_alone()
    {
        await using var world = await World.StartAsync(("org_a", 30), ("org_b", 20), ("org_c", 10));
        world.Emulators["org_a"].FailNext(operation: null, EmulatorFault.Status(500), times: 1000);

        await world.RunUntilAsync(() => world.Passes("org_b") >= 2 && world.Passes("org_c") >= 2 && world.Failures("org_a") >= 2);

        (await world.Mirror.GetStateAsync("org_a"))!.Contacts.Should().Be(0);
        (await world.Mirror.GetStateAsync("org_b"))!.Contacts.Should().Be(20);
        (await world.Mirror.GetStateAsync("org_c"))!.Contacts.Should().Be(10);
        world.Failures("org_b").Should().Be(0);
    }

    [Fact]
    public async Task An_organization_without_a_client_is_named_and_leaves_the_others_alone()
    {
        await using var world = await World.StartAsync(("org_b", 20));
        var lost = world.Mirror.Awaiting(mirror => mirror.RunSliceAsync(World.WithoutClient));
        await lost.Should().ThrowAsync<ContactsMirrorException>().WithMessage(
            $"There is no client for organization {World.WithoutClient}: call services.AddContactsClient(\"{World.WithoutClient}\", *");

        await world.RunUntilAsync(() => world.Passes("org_b") >= 1 && world.Failures(World.WithoutClient) >= 1);

        (await world.Mirror.GetStateAsync("org_b"))!.Contacts.Should().Be(20);
    }

    [Fact]
    public async Task Organizations_take_turns()
    {
        var turns = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var organizations = new[] { "a", "b", "c" }.ToDictionary(name => name, _ => TimeSpan.FromHours(1));

        // Each has more to do, always; so who is first again has been passed by the others.
        var allWait = new TaskCompletionSource();
        var running = new SliceTurns(1, new FakeTimeProvider()).RunAsync(organizations, RunSlice, stop.Token);
        allWait.SetResult();

        await running.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        turns.Chunk(3).Take(30).Should().OnlyContain(round => round.Distinct().Count() == 3);

        async Task<ContactsMirrorSlice> RunSlice(string organization, CancellationToken cancellationToken)
        {
            await allWait.Task;
            await Task.Yield();
            turns.Enqueue(organization);
            if (turns.Count == 90)
            {
                await stop.CancelAsync();
            }

            return new ContactsMirrorSlice { Organization = organization, MoreToDo = true };
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_slices_run_at_once_than_allowed(int allowed)
    {
        var (running, most, ended) = (0, 0, 0);
        using var stop = new CancellationTokenSource();
        var organizations = Enumerable.Range(0, 10).ToDictionary(name => $"org_{name}", _ => TimeSpan.FromHours(1));

        var allWait = new TaskCompletionSource();
        var loop = new SliceTurns(allowed, new FakeTimeProvider()).RunAsync(organizations, RunSlice, stop.Token);
        allWait.SetResult();

        await loop.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        most.Should().Be(allowed);

        async Task<ContactsMirrorSlice> RunSlice(string organization, CancellationToken cancellationToken)
        {
            lock (organizations)
            {
                most = Math.Max(most, ++running);
            }

            await allWait.Task;
            await Task.Yield();
            lock (organizations)
            {
                running--;
            }

            if (Interlocked.Increment(ref ended) == 200)
            {
                await stop.CancelAsync();
            }

            return new ContactsMirrorSlice { Organization = organization, MoreToDo = true };
        }
    }

    [Fact]
    public async Task An_organization_is_mirrored_again_after_its_interval_and_sooner_after_a_failure()
    {
        var clock = new FakeTimeProvider();
        using var stop = new CancellationTokenSource();
        var starts = new List<TimeSpan>();
        var began = clock.GetTimestamp();
        var organizations = new Dictionary<string, TimeSpan> { ["org"] = TimeSpan.FromSeconds(60) };

        var running = new SliceTurns(1, clock).RunAsync(organizations, RunSlice, stop.Token);
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        // The second, third and fourth fail; each was tried in the second after it was due.
        starts.Zip(starts.Skip(1), (first, second) => Math.Floor((second - first).TotalSeconds / 10) * 10)
            .Should().Equal(60, 10, 20, 40, 60);

        Task<ContactsMirrorSlice> RunSlice(string organization, CancellationToken cancellationToken)
        {
            starts.Add(clock.GetElapsedTime(began));
            if (starts.Count == 6)
            {
                stop.Cancel();
            }

            return starts.Count is > 1 and < 5
                ? throw new ContactsMirrorException("Failed on purpose.")
                : Task.FromResult(new ContactsMirrorSlice { Organization = organization });
        }
    }

    private sealed class World : IAsyncDisposable
    {
        public const string WithoutClient = "org_without_client";

        private readonly TestDatabase _database = TestDatabase.Create();
        private readonly RecordedLogs _logs = new();
        private readonly FakeTimeProvider _clock = new();
        private readonly ServiceProvider _services;

        private World((string Name, ContactsEmulator Emulator)[] organizations)
        {
            Emulators = organizations.ToDictionary(pair => pair.Name, pair => pair.Emulator);
            var services = new ServiceCollection().AddSingleton<ILoggerFactory>(_logs).AddSingleton<TimeProvider>(_clock)
                .AddDbContextFactory<AppDb>(_database.Use)
                .AddContactsMirror<AppDb>(mirror => mirror.Organization(WithoutClient));
            foreach (var (name, emulator) in organizations)
            {
                services.AddContactsMirror<AppDb>(mirror => mirror.Organization(name, every: TimeSpan.FromMinutes(1)));
                services.AddContactsClient(name, options => MirrorHost.Reach(emulator, options));
            }

            _services = services.BuildServiceProvider();
            Mirror = _services.GetRequiredService<ContactsMirror<AppDb>>();
        }

        public ContactsMirror Mirror { get; }

        public Dictionary<string, ContactsEmulator> Emulators { get; }

        public static async Task<World> StartAsync(params (string Name, int Contacts)[] organizations)
        {
            var emulators = organizations.Select(async pair =>
                (pair.Name, await ContactsEmulator.StartAsync(options => options.Contacts = pair.Contacts)));
            var world = new World(await Task.WhenAll(emulators));
            await world.Mirror.CreateTablesAsync();
            return world;
        }

        public int Passes(string organization) => Count("PassCompleted", organization);

        public int Failures(string organization) => Count("SliceFailed", organization);

        /// <summary>Runs the loop, while time passes, until a condition holds.</summary>
        public async Task RunUntilAsync(Func<bool> condition)
        {
            using var stop = new CancellationTokenSource();
            var running = Mirror.RunAsync(stop.Token);
            while (!condition() && !running.IsCompleted)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            await stop.CancelAsync();
            await running.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            foreach (var emulator in Emulators.Values)
            {
                await emulator.DisposeAsync();
            }

            _database.Dispose();
        }

        private int Count(string name, string organization) =>
            _logs.Lines.Count(line => line.EventName == name && line.Text.StartsWith(organization + ":", StringComparison.Ordinal));
    }
}
