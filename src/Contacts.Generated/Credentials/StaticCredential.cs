using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>A secret that was given as a string.</summary>
internal sealed class StaticCredential : ContactsCredential
{
    // A field instead of a captured parameter, which a debugger would show.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _secret;

    public StaticCredential(CredentialKind kind, string secret)
        : base(kind) => _secret = secret;

    internal override bool CanRenew => false;

    public override void Invalidate()
    {
        // There is no other secret.
    }

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) => new(_secret);

    internal override void Invalidate(string refused)
    {
        // There is no other secret.
    }
}

/// <summary>Which header carries the secret.</summary>
internal enum CredentialKind
{
    ApiKey,
    AccessToken,
    BearerToken,
}
