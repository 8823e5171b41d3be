namespace Contacts.Cli.Tests.Support;

/// <summary>The system's clock, wrong by some time.</summary>
internal sealed class OffsetClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
