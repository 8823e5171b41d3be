namespace Contacts.Generated.Testing;

/// <summary>Numbers that look random and are the same on every machine: a SplitMix64 sequence for each seed, kind and index.</summary>
internal struct SeededRandom(int seed, string kind, long index)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix((ulong)(uint)seed + Step) ^ StableHash.Of(kind)) ^ Mix((ulong)index + Step);

    public ulong Next() => Mix(_state += Step);

    /// <summary>A number from 0 to one below <paramref name="count"/>.</summary>
    public int Next(int count) => (int)(Next() % (uint)count);

    public T Pick<T>(ReadOnlySpan<T> items) => items[Next(items.Length)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
