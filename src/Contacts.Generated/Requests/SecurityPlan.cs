using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated;

/// <summary>Where a secret is put in a request.</summary>
internal enum SecretPlace
{
    Header,
    Query,
    Cookie,

    /// <summary>The Authorization header, as <c>Bearer</c>.</summary>
    Bearer,

    /// <summary>The Authorization header, as <c>Basic</c>; the secret is the user's name, a colon and the password.</summary>
    Basic,
}

/// <summary>Where to put a secret.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">The name of the header, parameter or cookie; empty for the Authorization header.</param>
internal sealed record SecretTarget(SecretPlace Place, string Name = "")
{
    public void Put(HttpRequestMessage message, string secret)
    {
        switch (Place)
        {
            case SecretPlace.Bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
                break;
            case SecretPlace.Basic:
                message.Headers.Authorization =
                    new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
                break;
            case SecretPlace.Query:
                var address = message.RequestUri!.AbsoluteUri;
                var separator = address.Contains('?') ? '&' : '?';
                message.RequestUri = new Uri($"{address}{separator}{PercentEncoding.Encode(Name)}={PercentEncoding.Encode(secret)}");
                break;
            case SecretPlace.Cookie:
                var cookie = $"{Name}={PercentEncoding.Encode(secret)}";
                if (message.Headers.TryGetValues(WireHeaders.Cookie, out var others))
                {
                    cookie = string.Join("; ", others) + "; " + cookie;
                    message.Headers.Remove(WireHeaders.Cookie);
                }

                message.Headers.TryAddWithoutValidation(WireHeaders.Cookie, cookie);
                break;
            default:
                message.Headers.TryAddWithoutValidation(Name, secret);
                break;
        }
    }
}

/// <summary>Where to put each kind of secret; null for a kind that the service does not accept.</summary>
internal sealed class SecurityPlan
{
    /// <summary>The plan of an operation that takes no secret.</summary>
    public static SecurityPlan None { get; } = new() { IsOptional = true };

    public SecretTarget? ApiKey { get; init; }

    public SecretTarget? AccessToken { get; init; }

    public SecretTarget? BearerToken { get; init; }

    public SecretTarget? Basic { get; init; }

    /// <summary>Whether a bearer token requires an organization.</summary>
    public bool NeedsOrganization { get; init; }

    /// <summary>The plan of the operations that differ from this one; null if there are none.</summary>
    public SecurityPlan? Elsewhere { get; init; }

    /// <summary>Whether a client may do without a credential.</summary>
    public bool IsOptional { get; init; }
}
