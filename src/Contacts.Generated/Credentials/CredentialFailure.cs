namespace Contacts.Generated;

/// <summary>
/// Carries what a credential's callback threw past the retries, which would take a timeout or an error of the callback's own
/// calls for one of this call. The caller sees only what is inside.
/// </summary>
internal sealed class CredentialFailure(Exception innerException) : Exception(null, innerException);
