namespace Contacts.Generated;

/// <summary>
/// Which form the contested requests take. The vendor's reference and its own web application disagree on six of them, and
/// nobody could ask the live service. Answers are read in both forms, whatever is set here.
/// </summary>
public enum ContactsDialect
{
    /// <summary>As the vendor's web application sends them: the default, for it is what is seen to work.</summary>
    WebApp = 0,

    /// <summary>As the vendor's TypeScript SDK sends them.</summary>
    VendorSdk = 1,
}
