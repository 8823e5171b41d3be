namespace Contacts.Generated;

/// <summary>
/// The member names that were read before, so that a page of a hundred contacts does not allocate the same strings a hundred times. A
/// name replaces another that fell into the same slot, so the memory is bounded; a race costs one string.
/// </summary>
internal sealed class MemberNames
{
    private const int Slots = 512;
    private const int LongestName = 48;

    private readonly string?[] _names = new string?[Slots];

    /// <summary>The name as a string; null if it is too long or not ASCII.</summary>
    public string? Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestName)
        {
            return null;
        }

        var hash = (uint)utf8.Length;
        foreach (var value in utf8)
        {
            hash = (hash * 31) + value;
        }

        ref var slot = ref _names[(hash ^ (hash >> 15)) % Slots];
        var known = slot;
        return known is not null && IsSame(known, utf8) ? known : slot = Make(utf8);
    }

    private static bool IsSame(string name, ReadOnlySpan<byte> utf8)
    {
        if (name.Length != utf8.Length)
        {
            return false;
        }

        for (var i = 0; i < utf8.Length; i++)
        {
            if (name[i] != utf8[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string? Make(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[LongestName];
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] >= 0x80)
            {
                return null;
            }

            text[i] = (char)utf8[i];
        }

        return text.Slice(0, utf8.Length).ToString();
    }
}
