#if NET8_0_OR_GREATER
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated;

/// <summary>For applications that read or write this SDK's models with their own System.Text.Json options.</summary>
public static class ContactsJson
{
    /// <summary>
    /// The models' source-generated metadata. Put it into <c>JsonSerializerOptions.TypeInfoResolverChain</c> beside your own
    /// context; needed with Native AOT, and where your context would otherwise generate metadata for these models itself.
    /// </summary>
    public static IJsonTypeInfoResolver TypeInfoResolver => ContactsJsonContext.Default;
}
#endif
