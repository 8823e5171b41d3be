namespace Contacts.Generated;

/// <summary>The default source of jitter.</summary>
internal static class RandomJitter
{
#if NET8_0_OR_GREATER
    public static double Next() => Random.Shared.NextDouble();
#else
    private static readonly ThreadLocal<Random> _random = new(() => new Random(Guid.NewGuid().GetHashCode()));

    public static double Next() => _random.Value!.NextDouble();
#endif
}
