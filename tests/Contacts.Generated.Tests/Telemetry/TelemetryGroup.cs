namespace Contacts.Generated.Tests;

/// <summary>Listeners are of the whole process, so these tests run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryGroup
{
    public const string Name = "Telemetry";
}
