namespace Contacts.Generated.Testing;

/// <summary>Ends the handling of a request that the service would refuse.</summary>
internal sealed class RefusedException(Reply reply) : Exception
{
    public Reply Reply { get; } = reply;
}
