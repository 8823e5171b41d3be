using System.Security.Cryptography;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// What a continuation belongs to. Its text carries a short hash of each part, so that an error can say which part differs.
/// </summary>
/// <param name="Gateway">The address of the operations.</param>
/// <param name="Organization">The organization that is asked for, if any.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Parameters">Path and query, without <c>skip</c> and <c>limit</c>.</param>
internal sealed record PageScope(string Gateway, string? Organization, string Operation, string Parameters)
{
    public const int HashLength = 4 * PartLength;

    private const int PartLength = 4;

    /// <summary>Hashes each part with those before it: alone, a short hash of an organization or a search would be easy to guess.</summary>
    public byte[] Hash()
    {
        var text = Gateway + "\n";
        return [.. Part(text), .. Part(text += Organization + "\n"), .. Part(text += Operation + "\n"), .. Part(text + Parameters + "\n")];

        static byte[] Part(string text) => PageContinuation.Hash(Encoding.UTF8.GetBytes(text), PartLength);
    }

    /// <summary>Describes the first part in which two hashes differ, or returns null when they are the same.</summary>
    public static string? Difference(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> other)
    {
        var part = 0;
        while (part < 4 && hash.Slice(part * PartLength, PartLength).SequenceEqual(other.Slice(part * PartLength, PartLength)))
        {
            part++;
        }

        return part switch
        {
            0 => "another gateway",
            1 => "another organization",
            2 => "another operation",
            3 => "other parameters of the operation",
            _ => null,
        };
    }
}

/// <summary>A place in a list, from which an enumeration starts.</summary>
/// <param name="Start">Where the list starts: the caller's first <c>skip</c>. Items before it are left out, as long as they can be
/// told.</param>
/// <param name="Position">The end of what was received, in the server's numbering.</param>
/// <param name="Overlap">How many positions before that the last item with an id stands; 0 when no known item can be overlapped.</param>
/// <param name="Ids">The last ids received, oldest first.</param>
internal sealed record PageContinuation(int Start, int Position, int Overlap, IReadOnlyList<string> Ids)
{
    /// <summary>
    /// How many ids a continuation carries: so many items in a row can vanish and the place is still found by a known one.
    /// </summary>
    public const int MaxIds = 16;

    private const byte Version = 1;
    private const int ChecksumLength = 4;
    private const string Remedy = "leave it null to start at the beginning.";

    public bool IsStart => Position == Start && Ids.Count == 0;

    public static PageContinuation AtStart(int skip) => new(skip, skip, 0, []);

    public string ToText(byte[] scopeHash)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(scopeHash);
        writer.Write(Start);
        writer.Write(Position);
        writer.Write(Overlap);
        writer.Write(Ids.Count);
        foreach (var id in Ids)
        {
            writer.Write(id);
        }

        writer.Write(Hash(bytes.ToArray(), ChecksumLength));
        return Encode(bytes.ToArray());
    }

    /// <summary>
    /// Refuses damaged text, text of another version of the library and text of another query, since each has another remedy.
    /// </summary>
    public static PageContinuation Parse(string text, byte[] scopeHash)
    {
        const int HeadLength = 1 + PageScope.HashLength;
        if (Decode(text) is not { Length: > HeadLength + ChecksumLength } bytes || !ChecksumFits(bytes))
        {
            throw Damaged();
        }

        if (bytes[0] != Version)
        {
            throw Invalid("was made by another version of this library: " + Remedy);
        }

        if (PageScope.Difference(bytes.AsSpan(1, PageScope.HashLength), scopeHash) is { } difference)
        {
            throw Invalid($"belongs to {difference}: pass it to the call that it came from, or {Remedy}");
        }

        return Read(new MemoryStream(bytes, HeadLength, bytes.Length - HeadLength - ChecksumLength)) ?? throw Damaged();
    }

    /// <summary>Base64 in the alphabet of URLs and file names, without padding.</summary>
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>
    /// Returns null unless the text is exactly what <see cref="Encode"/> makes: the platform ignores white space and spare bits.
    /// </summary>
    public static byte[]? Decode(string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));
            return string.Equals(Encode(bytes), text, StringComparison.Ordinal) ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>SHA-256, cut: it guards against mistakes, not against forgery, and has to be short.</summary>
    public static byte[] Hash(byte[] data, int length)
    {
#if NET
        var hash = SHA256.HashData(data);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(data);
#endif
        return hash.AsSpan(0, length).ToArray();
    }

    private static bool ChecksumFits(byte[] bytes)
    {
        var content = bytes.AsSpan(0, bytes.Length - ChecksumLength);
        return bytes.AsSpan(content.Length).SequenceEqual(Hash(content.ToArray(), ChecksumLength));
    }

    private static PageContinuation? Read(MemoryStream bytes)
    {
        using var reader = new BinaryReader(bytes, Encoding.UTF8);
        try
        {
            var (start, position, overlap, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            if (start < 0 || position < 0 || overlap < 0 || overlap > position || count is < 0 or > MaxIds || (count == 0 && overlap > 0))
            {
                return null;
            }

            var ids = new string[count];
            for (var i = 0; i < count; i++)
            {
                ids[i] = reader.ReadString();
            }

            return bytes.Position == bytes.Length && Array.IndexOf(ids, "") < 0 ? new(start, position, overlap, ids) : null;
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            return null;
        }
    }

    private static ArgumentException Damaged() =>
        Invalid("is damaged: it is not the whole and unchanged text of a ContactsPage.Continuation. Check how it was stored, or " + Remedy);

    // The parameter of every paging method of the client has this name.
    private static ArgumentException Invalid(string reason) => new("ContactsPagingOptions.Continuation " + reason, "paging");
}
