namespace Contacts.Generated.Testing;

/// <summary>A hash of a string that is the same in every process (FNV-1a), unlike that of <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return hash;
    }
}
