namespace Contacts.Generated.Benchmarks.Processes;

/// <summary>The largest working set of this process while something runs, above what it was before.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly long _idle;
    private readonly Timer _timer;
    private long _peak;

    public MemoryPeak()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _idle = Environment.WorkingSet;
        _timer = new Timer(_ => Sample(), null, 0, 20);
    }

    public double MebibytesAboveIdle
    {
        get
        {
            Sample();
            return Math.Max(0, Interlocked.Read(ref _peak) - _idle) / 1048576.0;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var now = Environment.WorkingSet;
        for (var seen = Interlocked.Read(ref _peak); now > seen; seen = Interlocked.Read(ref _peak))
        {
            Interlocked.CompareExchange(ref _peak, now, seen);
        }
    }
}
