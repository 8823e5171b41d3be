using System.Security.Cryptography;

namespace Contacts.Generated;

/// <summary>SHA-256, cut: long enough to tell queries and damage apart, short enough for a URL. It guards against mistakes, not against forgery.</summary>
internal static class PageTokenHash
{
    public static byte[] Compute(byte[] data, int length)
    {
#if NET
        var hash = SHA256.HashData(data);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(data);
#endif
        Array.Resize(ref hash, length);
        return hash;
    }
}
