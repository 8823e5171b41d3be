using System.Threading.RateLimiting;

namespace Contacts.Generated.Tests;

/// <summary>Gives permits at once, or only when a test says so; it remembers what became of each.</summary>
internal sealed class ManualLimiter : RateLimiter
{
    private readonly object _gate = new();
    private readonly Signal _asked = new();
    private readonly Signal _returned = new();
    private readonly List<string> _events = [];
    private readonly Queue<TaskCompletionSource<RateLimitLease>> _queue = new();

    /// <summary>Whether those who ask wait until <see cref="Grant"/>.</summary>
    public bool Queues { get; set; }

    public bool HeedsToken { get; init; } = true;

    /// <summary>What it throws instead of giving a permit.</summary>
    public Exception? Throws { get; init; }

    /// <summary>Refuses so often first, and says this about it.</summary>
    public Queue<(string? Name, object? Value)> Refusals { get; } = new();

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    public override TimeSpan? IdleDuration => null;

    /// <summary>Ends once somebody waits; each one counts once.</summary>
    public Task AskedAsync() => _asked.WaitAsync();

    /// <summary>Ends once a permit was returned; each one counts once.</summary>
    public Task ReturnedAsync() => _returned.WaitAsync();

    /// <summary>Gives the one who has waited longest what he waits for.</summary>
    public void Grant()
    {
        TaskCompletionSource<RateLimitLease>? next;
        lock (_gate)
        {
            next = _queue.Count > 0 ? _queue.Dequeue() : null;
        }

        if (Throws is { } failure)
        {
            next?.TrySetException(failure);
        }
        else if (next is { Task.IsCompleted: false })
        {
            next.TrySetResult(Granted());
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (Refusals.Count > 0)
        {
            Tell("refused");
            var (name, value) = Refusals.Dequeue();
            return new(new Lease(this, isAcquired: false, name, value));
        }

        if (!Queues)
        {
            return Throws is { } failure ? ValueTask.FromException<RateLimitLease>(failure) : new(Granted());
        }

        var waiting = new TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _queue.Enqueue(waiting);
        }

        if (HeedsToken)
        {
            cancellationToken.Register(() =>
            {
                Tell("cancelled");
                waiting.TrySetCanceled(cancellationToken);
            });
        }

        _asked.Set();
        return new(waiting.Task);
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private Lease Granted()
    {
        Tell("granted");
        return new Lease(this, isAcquired: true, null, null);
    }

    private void Tell(string what)
    {
        lock (_gate)
        {
            _events.Add(what);
        }
    }

    private sealed class Lease(ManualLimiter limiter, bool isAcquired, string? name, object? value) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => name is null ? [] : [name];

        public override bool TryGetMetadata(string metadataName, out object metadata)
        {
            metadata = value!;
            return metadataName == name;
        }

        protected override void Dispose(bool disposing)
        {
            if (isAcquired)
            {
                limiter.Tell("returned");
                limiter._returned.Set();
            }

            base.Dispose(disposing);
        }
    }
}
