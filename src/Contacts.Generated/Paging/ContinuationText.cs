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
/// <param name="Callers">The caller's own text, or null.</param>
internal sealed record PageScope(string Gateway, string? Organization, string Operation, string Parameters, string? Callers = null)
{
    public const int HashLength = 5 * PartLength;

    private const int PartLength = 4;

    /// <summary>Hashes each part with those before it: alone, a short hash of an organization or a search would be easy to guess.</summary>
    public byte[] Hash()
    {
        var text = new StringBuilder();
        var hash = new List<byte>(HashLength);
        foreach (var part in new[] { Gateway, Organization, Operation, Parameters, Callers })
        {
            text.Append(part).Append('\n');
            hash.AddRange(ContinuationText.Hash(text.ToString(), PartLength));
        }

        return [.. hash];
    }

    /// <summary>The scope with the text of the caller's options.</summary>
    /// <param name="callers">The text, or null.</param>
    /// <param name="option">Which option an error names.</param>
    public PageScope Of(string? callers, ContinuationOption option) => callers is ""
        ? throw new ArgumentException(
            $"{option.Type}.Scope is an empty text, which would bind a continuation to nothing: set it to a text of yours, or to null.",
            option.Parameter)
        : this with { Callers = callers };

    /// <summary>Says why text of one scope cannot be used in another, or returns null when they are the same.</summary>
    public static string? Difference(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> other)
    {
        var part = 0;
        while (part < 5 && hash.Slice(part * PartLength, PartLength).SequenceEqual(other.Slice(part * PartLength, PartLength)))
        {
            part++;
        }

        return part switch
        {
            0 => "belongs to another gateway: pass it to the call that it came from",
            1 => "belongs to another organization: pass it to the call that it came from",
            2 => "belongs to another operation: pass it to the call that it came from",
            3 => "belongs to other parameters of the operation: pass it to the call that it came from",
            4 => "was made under another Scope, or under none: set Scope to what it was then, if the continuation is this tenant's",
            _ => null,
        };
    }
}

/// <summary>Where a caller sets a continuation, for the errors.</summary>
/// <param name="Type">The type of the options.</param>
/// <param name="Parameter">The parameter that takes them.</param>
/// <param name="Source">The type from which a continuation comes.</param>
internal sealed record ContinuationOption(string Type, string Parameter, string Source)
{
    public static ContinuationOption OfList { get; } = new(nameof(ContactsPagingOptions), "paging", nameof(ContactsPage<int>));
}

/// <summary>
/// A text that an application keeps, and gives back for a later reading: a version, the hash of its scope, what is to be kept, and a
/// checksum.
/// </summary>
internal static class ContinuationText
{
    private const byte Version = 1;
    private const int ChecksumLength = 4;
    private const string Remedy = "leave it null to start at the beginning.";

    public static string Write(byte[] scopeHash, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(scopeHash);
        write(writer);
        writer.Write(Hash(bytes.ToArray(), ChecksumLength));
        return Encode(bytes.ToArray());
    }

    /// <summary>
    /// Refuses damaged text, text of another version of the library and text of another query, since each has another remedy.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="scopeHash">The hash of the scope that it must have.</param>
    /// <param name="option">Where it was set.</param>
    /// <param name="read">Reads what was written; null if that cannot be right.</param>
    public static T Parse<T>(string text, byte[] scopeHash, ContinuationOption option, Func<BinaryReader, T?> read)
        where T : class
    {
        const int HeadLength = 1 + PageScope.HashLength;
        if (Decode(text) is not { Length: > HeadLength + ChecksumLength } bytes || !ChecksumFits(bytes))
        {
            throw Damaged(option);
        }

        if (bytes[0] != Version)
        {
            throw Invalid(option, "was made by another version of this library: " + Remedy);
        }

        if (PageScope.Difference(bytes.AsSpan(1, PageScope.HashLength), scopeHash) is { } difference)
        {
            throw Invalid(option, $"{difference}, or {Remedy}");
        }

        using var content = new MemoryStream(bytes, HeadLength, bytes.Length - HeadLength - ChecksumLength);
        using var reader = new BinaryReader(content, Encoding.UTF8);
        try
        {
            return read(reader) is { } value && content.Position == content.Length ? value : throw Damaged(option);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            throw Damaged(option);
        }
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

    public static byte[] Hash(string text, int length) => Hash(Encoding.UTF8.GetBytes(text), length);

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

    private static ArgumentException Damaged(ContinuationOption option) => Invalid(
        option,
        $"is damaged: it is not the whole and unchanged text of a {option.Source}.Continuation. Check how it was stored, or {Remedy}");

    private static ArgumentException Invalid(ContinuationOption option, string reason) =>
        new($"{option.Type}.Continuation {reason}", option.Parameter);
}
