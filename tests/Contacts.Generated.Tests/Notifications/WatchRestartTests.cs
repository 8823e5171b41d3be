using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>
/// A process that watches and is killed at any moment, again and again, while notifications come and go: whatever it was doing, the next
/// one goes on from the last continuation that was kept.
/// </summary>
public class WatchRestartTests
{
    private const int Kills = 200;

    [Theory]
    [InlineData(Times.Distinct, false)]
    [InlineData(Times.Distinct, true)]
    [InlineData(Times.Shared, false)]
    [InlineData(Times.Shared, true)]
    [InlineData(Times.None, false)]
    [InlineData(Times.None, true)]
    public async Task None_is_lost_and_none_comes_twice_within_a_run(Times times, bool includeExisting)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var world = new World(seed, times, includeExisting);
            for (var kill = 0; kill < Kills; kill++)
            {
                await world.RunAsync(isLast: false);
            }

            await world.RunAsync(isLast: true);

            world.Lost.Should().BeEmpty("seed {0}: what is still there has been dealt with", seed);
            world.TwiceInARun.Should().BeEmpty("seed {0}", seed);
            world.Kept.Should().BeGreaterThan(200, "seed {0}: much was dealt with", seed);
            if (times == Times.Distinct)
            {
                world.AgainAlthoughKept.Should().BeEmpty("seed {0}: every time is another", seed);
            }
        }
    }

    public enum Times
    {
        Distinct,

        /// <summary>Many have the same, and stand among them in any order.</summary>
        Shared,
        None,
    }

    /// <summary>The service, the clock, and what the killed processes left: a continuation, and what they dealt with.</summary>
    private sealed class World
    {
        private readonly Random _random;
        private readonly Times _times;
        private readonly bool _includeExisting;
        private readonly NotificationFeed _feed = new();
        private readonly ContactsClient _client;
        private readonly HashSet<string> _kept = [];
        private readonly List<string> _there = [];
        private Action _kill = static () => { };
        private HashSet<string>? _before;
        private HashSet<string>? _atFirstLook;
        private string? _continuation;
        private int _made;
        private int _stepsLeft;
        private bool _isLast;

        public World(int seed, Times times, bool includeExisting)
        {
            (_random, _times, _includeExisting) = (new Random(seed), times, includeExisting);
            Come(_random.Next(0, 250));
            var answer = _feed.Gateway.Otherwise;
            _feed.Gateway.Otherwise = sent =>
            {
                Step();
                if (!_isLast && _random.Next(10) == 0)
                {
                    return FakeGateway.Answer(_random.Next(2) == 0 ? 503 : 429);
                }

                _atFirstLook ??= [.. _there];
                return answer(sent);
            };
            _client = TestClients.To(
                _feed.Gateway, options => (options.TimeProvider, options.MaxRetries, options.Jitter) = (new Clock(Pause), 0, () => 0.5));
        }

        public List<string> TwiceInARun { get; } = [];

        public List<string> AgainAlthoughKept { get; } = [];

        public int Kept => _kept.Count;

        public IEnumerable<string> Lost => _there.Where(id => !_kept.Contains(id) && (_includeExisting || !_before!.Contains(id)));

        /// <summary>One process, until it is killed; the last one until there is nothing more for it to do.</summary>
        public async Task RunAsync(bool isLast)
        {
            using var killed = new CancellationTokenSource();
            _kill = killed.Cancel;
            _atFirstLook = null;
            (_isLast, _stepsLeft) = (isLast, _random.Next(1, 60));
            var inThisRun = new HashSet<string>();
            var options = new ContactsWatchOptions
            {
                IncludeExisting = _includeExisting,
                Interval = TimeSpan.FromSeconds(7),
                Continuation = _continuation,
            };
            try
            {
                await foreach (var batch in _client.WatchNotificationsAsync(options, killed.Token).AsBatches())
                {
                    foreach (var item in batch.Items)
                    {
                        TwiceInARun.AddRange(inThisRun.Add(item.Id) ? [] : [item.Id]);
                        AgainAlthoughKept.AddRange(_kept.Contains(item.Id) ? [item.Id] : []);
                        Step();
                        if (killed.IsCancellationRequested)
                        {
                            return;
                        }
                    }

                    _kept.UnionWith(batch.Items.Select(item => item.Id));
                    _continuation = batch.Continuation;
                    _before ??= _atFirstLook;
                    DismissSomeOf(batch.Items);
                }
            }
            catch (OperationCanceledException) when (killed.IsCancellationRequested)
            {
            }
            finally
            {
                // While no process runs.
                Come(isLast ? 0 : _random.Next(10) == 0 ? _random.Next(150, 400) : _random.Next(3));
                Go(isLast ? 0 : _random.Next(20) == 0 ? _there.Count : _random.Next(3));
            }
        }

        // Between any two things that happen, something may come or go, or the process may be killed.
        private void Step()
        {
            if (_isLast)
            {
                return;
            }

            if (--_stepsLeft == 0)
            {
                _kill();
            }

            Come(_random.Next(4) == 0 ? _random.Next(3) : 0);
            Go(_random.Next(6) == 0 ? 1 : 0);
        }

        private void Pause()
        {
            Step();
            if (_isLast)
            {
                _kill();
            }
        }

        private void Come(int count)
        {
            for (; count > 0; count--)
            {
                var id = "n" + _made++;
                double? minute = _times switch { Times.Distinct => _made, Times.Shared => _made / 40, _ => null };
                var place = 0;
                while (_times == Times.Shared && place < _there.Count && _random.Next(3) > 0 && MinuteOf(_there[place]) == minute)
                {
                    place++;
                }

                _there.Insert(place, id);
                _feed.Insert(place, id, minute);
            }
        }

        private void Go(int count)
        {
            for (; count > 0 && _there.Count > 0; count--)
            {
                var id = _there[_random.Next(_there.Count)];
                _there.Remove(id);
                _feed.Dismiss(id);
            }
        }

        // As a process does that dismisses what it has dealt with.
        private void DismissSomeOf(IReadOnlyList<Notification> items)
        {
            foreach (var item in items.Where(_ => _random.Next(3) == 0))
            {
                _there.Remove(item.Id);
                _feed.Dismiss(item.Id);
            }
        }

        private static double MinuteOf(string id) => (int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) + 1) / 40;
    }

    /// <summary>A clock on which every pause is over at once; the limits of a call are no pauses.</summary>
    private sealed class Clock(Action pause) : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime != TimeSpan.FromSeconds(100) && dueTime != TimeSpan.FromSeconds(30))
            {
                pause();
                Advance(dueTime);
            }

            return timer;
        }
    }
}
