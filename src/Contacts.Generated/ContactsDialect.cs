namespace Contacts.Generated;

/// <summary>
/// The form of the requests on which the vendor's reference and its own web application disagree. Responses are read in both forms,
/// whatever is set here.
/// </summary>
public enum ContactsDialect
{
    /// <summary>As the vendor's web application sends them. The default, since that form has been seen to work.</summary>
    WebApp = 0,

    /// <summary>As the vendor's TypeScript SDK sends them.</summary>
    VendorSdk = 1,
}
