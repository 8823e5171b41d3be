namespace Contacts.Generated.Tests;

/// <summary>
/// A response's body, played step by step: bytes, an exception, a stall that the test ends, or bytes without end. It reads
/// only asynchronously, and counts what is asked of it.
/// </summary>
internal sealed class TestBody(params object[] steps) : AsyncReadStream
{
    /// <summary>Stands still until <see cref="Resume"/>, the token or the disposal ends it.</summary>
    public static readonly object Stall = new();

    /// <summary>Zeros for as long as somebody reads.</summary>
    public static readonly object Endless = new();

    private readonly SemaphoreSlim _stalled = new(0);
    private readonly SemaphoreSlim _resumed = new(0);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _step;
    private ReadOnlyMemory<byte> _rest;

    /// <summary>Whether a stall ends with the reader's token, as the framework's own streams do.</summary>
    public bool HeedsToken { get; init; } = true;

    /// <summary>What a stall throws when the token ends it; by default a cancellation.</summary>
    public Func<Exception>? ThrowsOnCancel { get; init; }

    public bool IsDisposed { get; private set; }

    public long BytesRead { get; private set; }

    /// <summary>Ends once a read stands still.</summary>
    public Task StalledAsync() => _stalled.WaitAsync().WaitAsync(HangGuard.Limit);

    public void Resume() => _resumed.Release();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        while (_rest.IsEmpty)
        {
            if (_step == steps.Length)
            {
                return 0;
            }

            var step = steps[_step];
            if (step == Endless)
            {
                buffer.Span.Clear();
                BytesRead += buffer.Length;
                return buffer.Length;
            }

            _step++;
            switch (step)
            {
                case byte[] bytes:
                    _rest = bytes;
                    break;
                case string text:
                    _rest = System.Text.Encoding.UTF8.GetBytes(text);
                    break;
                case Exception exception:
                    throw exception;
                default:
                    await StandStillAsync(cancellationToken);
                    break;
            }
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        BytesRead += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        _closed.TrySetResult();
        base.Dispose(disposing);
    }

    private async Task StandStillAsync(CancellationToken cancellationToken)
    {
        var resumed = _resumed.WaitAsync(HeedsToken ? cancellationToken : CancellationToken.None);
        _stalled.Release();
        await Task.WhenAny(resumed, _closed.Task);
        ObjectDisposedException.ThrowIf(IsDisposed, this);

        try
        {
            await resumed;
        }
        catch (OperationCanceledException) when (ThrowsOnCancel is not null)
        {
            throw ThrowsOnCancel();
        }
    }
}
