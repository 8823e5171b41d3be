using System.Diagnostics;
using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// What proves who is calling. A callback is asked once and its answer kept, shared by concurrent calls; it is asked again
/// after the service answered 401, and after <see cref="Invalidate()"/>. An instance is thread-safe and may serve several clients.
/// </summary>
/// <remarks>The secret never appears in a message, a log, a span or a debugger's display.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract class ContactsCredential
{
    private protected ContactsCredential(CredentialKind kind) => Kind = kind;

    internal CredentialKind Kind { get; }

    /// <summary>Whether asking again may give another secret.</summary>
    internal abstract bool CanRenew { get; }

    private string DebuggerText => Kind + " (hidden)";

    /// <summary>An API key, sent as <c>x-api-key</c>: for a backend. Keys with a permission map never reach contacts or notifications.</summary>
    /// <param name="getKey">Gives the key. The token it gets is cancelled when no call waits for the key any longer.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getKey"/> is null.</exception>
    public static ContactsCredential ApiKey(Func<CancellationToken, ValueTask<string>> getKey) =>
        new CallbackCredential(CredentialKind.ApiKey, getKey ?? throw new ArgumentNullException(nameof(getKey), "A callback is needed that gives the key."));

    /// <summary>An access token, sent as <c>x-access-token</c>: for a signed-in user.</summary>
    /// <param name="getToken">Gives the token. The token it gets is cancelled when no call waits for it any longer.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getToken"/> is null.</exception>
    public static ContactsCredential AccessToken(Func<CancellationToken, ValueTask<string>> getToken) =>
        new CallbackCredential(CredentialKind.AccessToken, getToken ?? throw new ArgumentNullException(nameof(getToken), "A callback is needed that gives the token."));

    /// <summary>A JWT, sent as <c>Authorization: Bearer</c>; an organization id must be set beside it.</summary>
    /// <param name="getToken">Gives the token without "Bearer". The token it gets is cancelled when no call waits for it any longer.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getToken"/> is null.</exception>
    public static ContactsCredential BearerToken(Func<CancellationToken, ValueTask<string>> getToken) =>
        new CallbackCredential(CredentialKind.BearerToken, getToken ?? throw new ArgumentNullException(nameof(getToken), "A callback is needed that gives the token."));

    /// <summary>Forgets the kept secret, so that the next call asks for a new one. Does nothing to a credential that was given as a text.</summary>
    public abstract void Invalidate();

    /// <summary>The secret, asked for if there is none.</summary>
    internal abstract ValueTask<string> GetAsync(CancellationToken cancellationToken);

    /// <summary>Forgets the secret if it still is the one that was refused; a newer one stays.</summary>
    internal abstract void Invalidate(string refused);

    internal void Apply(HttpRequestHeaders headers, string secret)
    {
        switch (Kind)
        {
            case CredentialKind.ApiKey:
                headers.TryAddWithoutValidation(WireHeaders.ApiKey, secret);
                break;
            case CredentialKind.AccessToken:
                headers.TryAddWithoutValidation(WireHeaders.AccessToken, secret);
                break;
            default:
                headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
                break;
        }
    }

    /// <exception cref="ArgumentException">The kind needs an organization and there is none.</exception>
    internal void CheckOrganization(string? organizationId, string parameter)
    {
        if (Kind == CredentialKind.BearerToken && organizationId is null)
        {
            throw new ArgumentException("A bearer token needs an organization beside it: the service refuses it otherwise. Set OrganizationId.", parameter);
        }
    }
}
