using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>
/// Ids that look like the service's: a prefix and a version 4 UUID. Those of a list contain their number, so that it is found without a
/// search.
/// </summary>
internal static class SyntheticId
{
    private const long TailMask = 0xFFFF_FFFF_FFFF;

    /// <summary>The id of the item with this number in a list.</summary>
    public static string ForIndex(int seed, string prefix, long index) =>
        Format(prefix, new SeededRandom(seed, prefix, index), index ^ Scramble(seed, prefix));

    /// <summary>The id of something that belongs to another object.</summary>
    public static string For(int seed, string prefix, long owner, int number = 0)
    {
        var random = new SeededRandom(seed, prefix, unchecked((owner * 1009) + number));
        var tail = (long)random.Next();
        return Format(prefix, random, tail);
    }

    /// <summary>The number that <see cref="ForIndex"/> put into an id, or -1 if it did not make the id.</summary>
    public static long IndexOf(int seed, string prefix, string id)
    {
        if (TailOf(prefix, id) is not { } tail)
        {
            return -1;
        }

        var index = tail ^ Scramble(seed, prefix);
        return string.Equals(ForIndex(seed, prefix, index), id, StringComparison.Ordinal) ? index : -1;
    }

    private static long? TailOf(string prefix, string id) =>
        id.Length == prefix.Length + 37
        && long.TryParse(id.AsSpan(id.Length - 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var tail)
            ? tail
            : null;

    private static long Scramble(int seed, string prefix) => (long)new SeededRandom(seed, prefix, -1).Next() & TailMask & ~0xFFFFFL;

    private static string Format(string prefix, SeededRandom random, long tail)
    {
        var bits = random.Next();
        var (versioned, variant) = ((ushort)(bits >> 48) & 0xFFF, 0x8000 | ((ushort)(bits >> 50) & 0x3FFF));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}_{(uint)bits:x8}-{(ushort)(bits >> 32):x4}-4{versioned:x3}-{variant:x4}-{tail & TailMask:x12}");
    }
}
