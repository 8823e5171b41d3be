using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Ids in the service's form, a prefix and a version 4 UUID. Those of a list carry their number, so that it is found again without a search.</summary>
internal static class SyntheticId
{
    private const long TailMask = 0xFFFF_FFFF_FFFF;

    /// <summary>An id that stands for the item of this number in a list.</summary>
    public static string ForIndex(int seed, string prefix, long index) => Format(prefix, new Draw(seed, prefix, index), index ^ Scramble(seed, prefix));

    /// <summary>An id that belongs to another object.</summary>
    public static string For(int seed, string prefix, long owner, int number = 0)
    {
        var draw = new Draw(seed, prefix, unchecked((owner * 1009) + number));
        var tail = (long)draw.Next();
        return Format(prefix, draw, tail);
    }

    /// <summary>Whether an id is the one that <see cref="For"/> makes; another one costs no text.</summary>
    public static bool IsFor(int seed, string prefix, long owner, int number, string id)
    {
        var tail = (long)new Draw(seed, prefix, unchecked((owner * 1009) + number)).Next() & TailMask;
        return TailOf(prefix, id) == tail && string.Equals(For(seed, prefix, owner, number), id, StringComparison.Ordinal);
    }

    /// <summary>The number that <see cref="ForIndex"/> put into an id, or -1 if the id is not one of its own.</summary>
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
        && long.TryParse(id.AsSpan(id.Length - 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var tail) ? tail : null;

    private static long Scramble(int seed, string prefix) => (long)new Draw(seed, prefix, -1).Next() & TailMask & ~0xFFFFFL;

    private static string Format(string prefix, Draw draw, long tail)
    {
        var bits = draw.Next();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}_{(uint)bits:x8}-{(ushort)(bits >> 32):x4}-4{(ushort)(bits >> 48) & 0xFFF:x3}-{0x8000 | ((ushort)(bits >> 50) & 0x3FFF):x4}-{tail & TailMask:x12}");
    }
}
