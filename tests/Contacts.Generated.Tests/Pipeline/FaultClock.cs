using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>A clock that stands still until a test moves it. It tells which timers were set, and how many are still alive.</summary>
internal sealed class FaultClock : FakeTimeProvider
{
    private readonly object _gate = new();
    private readonly Dictionary<TimeSpan, Signal> _made = [];
    private readonly Signal _disposed = new();
    private int _alive;

    /// <summary>Waits to pass over by themselves, such as those between attempts.</summary>
    public Func<TimeSpan, bool> Skips { get; init; } = static _ => false;

    /// <summary>Timers that are set and not yet disposed.</summary>
    public int AliveTimers => Volatile.Read(ref _alive);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        Of(dueTime).Set();
        if (dueTime > TimeSpan.Zero && Skips(dueTime))
        {
            // Not on this thread: who sets a timer does not expect it to fire before it is there.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }

    /// <summary>Ends once a timer of that length was set; each one counts once.</summary>
    public Task TimerAsync(TimeSpan dueTime) => Of(dueTime).WaitAsync();

    /// <summary>Ends once that many timers of that length were set.</summary>
    public async Task TimersAsync(TimeSpan dueTime, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await TimerAsync(dueTime);
        }
    }

    /// <summary>Ends once no timer is alive; one that has just fired is disposed by who waited for it, a moment later.</summary>
    public async Task NoTimersAsync()
    {
        while (AliveTimers > 0)
        {
            await _disposed.WaitAsync();
        }
    }

    private Signal Of(TimeSpan dueTime)
    {
        lock (_gate)
        {
            return _made.TryGetValue(dueTime, out var made) ? made : _made[dueTime] = new Signal();
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
                _clock._disposed.Set();
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
