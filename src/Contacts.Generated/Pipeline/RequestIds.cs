namespace Contacts.Generated;

/// <summary>Ids for requests whose caller gave none. They tell requests apart and hide nothing, so they need not cost a call of the system.</summary>
internal static class RequestIds
{
    public static string Next()
    {
#if NET8_0_OR_GREATER
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString("N");
#else
        return Guid.NewGuid().ToString("N");
#endif
    }
}
