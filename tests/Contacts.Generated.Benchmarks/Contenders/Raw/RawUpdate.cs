namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>What to change of a contact.</summary>
internal sealed class RawUpdate
{
    public string? DisplayName { get; set; }

    public string? Remark { get; set; }
}
