namespace Contacts.Generated;

/// <summary>A secret that was given as a text.</summary>
internal sealed class StaticCredential(CredentialKind kind, string secret) : ContactsCredential(kind)
{
    internal override bool CanRenew => false;

    public override void Invalidate()
    {
        // There is no other to ask for.
    }

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) => new(secret);

    internal override void Invalidate(string refused)
    {
        // There is no other to ask for.
    }
}
