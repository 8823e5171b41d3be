namespace Contacts.Generated;

/// <summary>Random values that need not be unpredictable, so they come from a fast generator rather than a cryptographic one.</summary>
internal static class RandomValues
{
#if NET8_0_OR_GREATER
    /// <summary>A number from 0 to 1, for the waits between attempts.</summary>
    public static double NextJitter() => Random.Shared.NextDouble();

    /// <summary>An id for a request whose caller gave none.</summary>
    public static string NextRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString("N");
    }
#else
    private static readonly ThreadLocal<Random> _random = new(() => new Random(Guid.NewGuid().GetHashCode()));

    /// <summary>A number from 0 to 1, for the waits between attempts.</summary>
    public static double NextJitter() => _random.Value!.NextDouble();

    /// <summary>An id for a request whose caller gave none.</summary>
    public static string NextRequestId() => Guid.NewGuid().ToString("N");
#endif
}
