using System.Threading.Channels;

namespace Contacts.Generated.Tests;

/// <summary>Tells a test, or is told by it, that something has happened; each time counts once.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _times = Channel.CreateUnbounded<bool>();

    public void Set() => _times.Writer.TryWrite(true);

    public Task WaitAsync(CancellationToken cancellationToken = default) =>
        _times.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(HangGuard.Limit, CancellationToken.None);

    public void Reset()
    {
        while (_times.Reader.TryRead(out _))
        {
        }
    }
}

/// <summary>Turns a test that would hang into one that fails; no test depends on its length.</summary>
internal static class HangGuard
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(5);
}
