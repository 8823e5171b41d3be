namespace Contacts.Generated;

/// <summary>Which header a secret goes into.</summary>
internal enum CredentialKind
{
    ApiKey,
    AccessToken,
    BearerToken,
}
