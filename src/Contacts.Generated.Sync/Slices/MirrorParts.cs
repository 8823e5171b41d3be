using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Sync;

/// <summary>What a mirror consists of.</summary>
internal sealed class MirrorParts(
    MirrorDatabase database, ContactsMirrorOptions options, Func<string, ContactsClient> clientOf, TimeProvider clock,
    ILoggerFactory? loggerFactory)
{
    public MirrorDatabase Database => database;

    public ContactsMirrorOptions Options => options;

    public Func<string, ContactsClient> ClientOf => clientOf;

    public TimeProvider Clock => clock;

    public MirrorStore Store { get; } = new(database, clock);

    public ChangeLog Changes { get; } = new(database);

    public MirrorTelemetry Telemetry { get; } = new(loggerFactory, clock);
}
