using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>A clock that tells when somebody begins to wait, so that a test knows when to advance it.</summary>
internal sealed class SignallingClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The pauses that have begun: a second or longer, and no limit of a call (100 s and 30 s by default).</summary>
    public ChannelReader<TimeSpan> Pauses => _pauses.Reader;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != TimeSpan.FromSeconds(100) && dueTime != TimeSpan.FromSeconds(30) && dueTime >= TimeSpan.FromSeconds(1))
        {
            _pauses.Writer.TryWrite(dueTime);
        }

        return timer;
    }
}
