using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>A clock that stands still until a test moves it. It tells which timers were set, and how many are still alive.</summary>
internal sealed class FaultClock : FakeTimeProvider
{
    private readonly object _gate = new();
    private readonly Dictionary<TimeSpan, SemaphoreSlim> _made = [];
    private int _alive;

    /// <summary>Waits to pass over by themselves, such as those between attempts.</summary>
    public Func<TimeSpan, bool> Skips { get; init; } = static _ => false;

    /// <summary>Timers that are set and not yet disposed.</summary>
    public int AliveTimers => Volatile.Read(ref _alive);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        Of(dueTime).Release();
        if (dueTime > TimeSpan.Zero && Skips(dueTime))
        {
            // Not on this thread: who sets a timer does not expect it to fire before it is there.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }

    /// <summary>Ends once a timer of that length was set; each one counts once.</summary>
    public Task TimerAsync(TimeSpan dueTime) => Of(dueTime).WaitAsync().WaitAsync(HangGuard.Limit);

    private SemaphoreSlim Of(TimeSpan dueTime)
    {
        lock (_gate)
        {
            return _made.TryGetValue(dueTime, out var made) ? made : _made[dueTime] = new SemaphoreSlim(0);
        }
    }

    private sealed class CountedTimer : ITimer
    {
        private readonly FaultClock _clock;
        private readonly ITimer _inner;
        private int _disposed;

        public CountedTimer(FaultClock clock, ITimer inner)
        {
            _clock = clock;
            _inner = inner;
            Interlocked.Increment(ref clock._alive);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _inner.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                Interlocked.Decrement(ref _clock._alive);
            }

            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
