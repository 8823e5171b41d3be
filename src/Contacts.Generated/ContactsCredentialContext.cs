using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>Why a credential's callback is asked for a secret.</summary>
/// <remarks>Its text shows no secret and no id.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ContactsCredentialContext
{
    /// <summary>
    /// The secret that the service refused with 401, in this call or in a parallel one, and that no other has replaced yet; null if none
    /// was refused. A cache that several processes share must not return it again.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? RefusedSecret { get; init; }

    /// <summary>The number of the attempt, from 1, of the call that asks. Other calls may wait for the same secret.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>
    /// The organization of the call that asks, or null. All calls with a credential share its secret, so organizations whose secrets differ
    /// need a credential each.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? OrganizationId { get; init; }

    /// <summary>The number of the attempt, and whether a secret was refused.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"attempt {Attempt}{(RefusedSecret is null ? "" : ", secret refused")}");
}
