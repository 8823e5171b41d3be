namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>One contact, wrapped.</summary>
internal sealed class RawEnvelope
{
    public RawContact? Data { get; set; }
}
