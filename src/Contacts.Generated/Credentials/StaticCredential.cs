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

    internal override ValueTask<string> GetAsync(int attempt, string? organizationId, CancellationToken cancellationToken) => new(_secret);

    internal override void Invalidate(string refused)
    {
        // There is no other secret.
    }
}

/// <summary>What a secret is. The contract says where it goes.</summary>
internal enum CredentialKind
{
    /// <summary>There is none.</summary>
    None,

    ApiKey,
    AccessToken,
    BearerToken,
    Basic,
}
