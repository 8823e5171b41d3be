using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>
/// Authenticates the caller. A callback is called once and its secret is kept and shared by concurrent calls; it is called again after the
/// service returned 401, and after <see cref="Invalidate()"/>. An instance is thread-safe and may be shared by several clients.
/// </summary>
/// <remarks>The secret never appears in a message, a log, a span or a debugger's display.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract class ContactsCredential
{
    private protected ContactsCredential(CredentialKind kind) => Kind = kind;

    internal CredentialKind Kind { get; }

    /// <summary>Whether asking again may return another secret.</summary>
    internal abstract bool CanRenew { get; }

    private string DebuggerText => Kind + " (hidden)";

    /// <summary>
    /// An API key for a backend, sent as <c>x-api-key</c>. Keys with a permission map never reach contacts or notifications.
    /// </summary>
    /// <param name="getKey">
    /// Returns the key. It is told what was refused before; its cancellation token is cancelled when no call waits for the key any more.
    /// </param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getKey"/> is null.</exception>
    public static ContactsCredential ApiKey(Func<ContactsCredentialContext, CancellationToken, ValueTask<string>> getKey) =>
        new CallbackCredential(
            CredentialKind.ApiKey,
            getKey ?? throw new ArgumentNullException(nameof(getKey), "A callback that returns the key is required."));

    /// <summary>An access token for a signed-in user, sent as <c>x-access-token</c>.</summary>
    /// <param name="getToken">
    /// Returns the token. It is told what was refused before; its cancellation token is cancelled when no call waits for the token any
    /// more.
    /// </param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getToken"/> is null.</exception>
    public static ContactsCredential AccessToken(Func<ContactsCredentialContext, CancellationToken, ValueTask<string>> getToken) =>
        new CallbackCredential(
            CredentialKind.AccessToken,
            getToken ?? throw new ArgumentNullException(nameof(getToken), "A callback that returns the token is required."));

    /// <summary>A JWT, sent as <c>Authorization: Bearer</c>. It requires an organization id (<c>OrganizationId</c>).</summary>
    /// <param name="getToken">
    /// Returns the token without "Bearer". It is told what was refused before; its cancellation token is cancelled when no call waits for
    /// the token any more.
    /// </param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getToken"/> is null.</exception>
    public static ContactsCredential BearerToken(Func<ContactsCredentialContext, CancellationToken, ValueTask<string>> getToken) =>
        new CallbackCredential(
            CredentialKind.BearerToken,
            getToken ?? throw new ArgumentNullException(nameof(getToken), "A callback that returns the token is required."));

    /// <summary>A user's name and password, sent as <c>Authorization: Basic</c> to a service that takes them.</summary>
    /// <param name="userName">The name, without a colon.</param>
    /// <param name="password">The password, which may be empty.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="userName"/> is null, empty or contains a colon, or <paramref name="password"/> is null.
    /// </exception>
    public static ContactsCredential Basic(string userName, string password)
    {
        if (string.IsNullOrEmpty(userName) || userName.Contains(':'))
        {
            throw new ArgumentException(
                "The user's name is missing or contains a colon, which it cannot. Pass the name alone.", nameof(userName));
        }

        return new StaticCredential(
            CredentialKind.Basic,
            userName + ":" + (password
                ?? throw new ArgumentNullException(nameof(password), "A password is required. Pass \"\" for none.")));
    }

    /// <summary>
    /// Forgets the kept secret, so that the next call asks for a new one. Has no effect on a credential that was given as a string.
    /// </summary>
    public abstract void Invalidate();

    /// <summary>Returns the secret, asking for it if there is none.</summary>
    /// <param name="attempt">The number of the call's attempt, from 1.</param>
    /// <param name="organizationId">The call's organization, if it has one.</param>
    /// <param name="cancellationToken">Cancels the wait, and the callback if nobody else waits for it.</param>
    internal abstract ValueTask<string> GetAsync(int attempt, string? organizationId, CancellationToken cancellationToken);

    /// <summary>Forgets the secret if it is still the one that was refused; a newer one is kept.</summary>
    internal abstract void Invalidate(string refused);

    /// <summary>Where the contract wants the secret; null if it takes none of this kind.</summary>
    internal SecretTarget? TargetIn(SecurityPlan plan) => Kind switch
    {
        CredentialKind.ApiKey => plan.ApiKey,
        CredentialKind.AccessToken => plan.AccessToken,
        CredentialKind.BearerToken => plan.BearerToken,
        CredentialKind.Basic => plan.Basic,
        _ => null,
    };

    /// <exception cref="ArgumentException">The service takes no such credential, or requires an organization and there is none.</exception>
    internal void Check(SecurityPlan plan, string? organizationId, string parameter)
    {
        if (Kind != CredentialKind.None && !plan.IsOptional && TargetIn(plan) is null
            && (plan.Elsewhere is null || TargetIn(plan.Elsewhere) is null))
        {
            throw new ArgumentException($"The service does not take a credential of the kind {Kind}. Set another one.", parameter);
        }

        if (Kind == CredentialKind.BearerToken && plan.NeedsOrganization && organizationId is null)
        {
            throw new ArgumentException(
                "A bearer token requires an organization, without which the service refuses it. Set OrganizationId.", parameter);
        }
    }
}
