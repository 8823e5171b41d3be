namespace Contacts.Generated.Testing;

/// <summary>A fault that waits for its requests.</summary>
internal sealed class PlannedFault(string? operation, EmulatorFault fault, int times)
{
    public EmulatorFault Fault => fault;

    public int Left { get; set; } = times;

    public bool Hits(string requested) => operation is null || string.Equals(operation, requested, StringComparison.Ordinal);
}
