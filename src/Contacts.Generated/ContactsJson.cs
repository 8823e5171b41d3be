#if NET8_0_OR_GREATER
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated;

/// <summary>For applications that read or write this SDK's models with their own System.Text.Json options.</summary>
public static class ContactsJson
{
    /// <summary>
    /// The models' source-generated metadata, which Native AOT requires. Add it to <c>JsonSerializerOptions.TypeInfoResolverChain</c>
    /// before your own context, which might otherwise supply metadata for these models that it generated itself.
    /// </summary>
    public static IJsonTypeInfoResolver TypeInfoResolver => ContactsJsonContext.Default;
}
#endif
