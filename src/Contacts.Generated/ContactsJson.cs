#if NET8_0_OR_GREATER
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated;

/// <summary>For applications that read or write this SDK's models with their own System.Text.Json options.</summary>
public static class ContactsJson
{
    /// <summary>
    /// The models' source-generated metadata. Put it into <c>JsonSerializerOptions.TypeInfoResolverChain</c> before your own
    /// context, which may otherwise answer for these models with metadata that it generated itself; needed with Native AOT.
    /// </summary>
    public static IJsonTypeInfoResolver TypeInfoResolver => ContactsJsonContext.Default;
}
#endif
