namespace Contacts.Generated;

/// <summary>Decides when to report the progress of a transfer: at the start, after each step, and at the end.</summary>
internal sealed class ProgressMeter(IProgress<TransferProgress>? progress, long? total)
{
    private const long StepOfUnknownTotal = 1024 * 1024;

    private readonly long _step = total is { } bytes ? Math.Max(1, bytes / 100) : StepOfUnknownTotal;
    private long _moved;
    private long _reported;

    public void Start(long alreadyMoved = 0)
    {
        _moved = alreadyMoved;
        Report();
    }

    /// <summary>How much of a buffer to write at once, so that no step goes unreported, however large the buffer is.</summary>
    public int Slice(int available) =>
        progress is null ? available : (int)Math.Min(available, _reported + _step - _moved);

    public void Add(int count)
    {
        _moved += count;
        if (_moved - _reported >= _step)
        {
            Report();
        }
    }

    public void Finish()
    {
        if (_moved != _reported)
        {
            Report();
        }
    }

    private void Report()
    {
        _reported = _moved;
        progress?.Report(new TransferProgress(_moved, total));
    }
}
