namespace Contacts.Generated;

/// <summary>A place in a list: what an enumeration starts from, and what the text of a continuation says.</summary>
/// <param name="Start">Where the list starts: the caller's first <c>skip</c>. What stands before is not given, as long as that can be told.</param>
/// <param name="Position">The end of what was received, in the server's numbering.</param>
/// <param name="Overlap">How many positions before that the last item with an id stands; 0 when no known item can be overlapped.</param>
/// <param name="Ids">The last ids received, oldest first.</param>
internal sealed record PageContinuation(int Start, int Position, int Overlap, IReadOnlyList<string> Ids)
{
    private const byte Version = 1;
    private const int ChecksumLength = 4;

    private const string Remedy = "leave it null to start at the beginning.";

    public bool IsStart => Position == Start && Ids.Count == 0;

    public static PageContinuation AtStart(int skip) => new(skip, skip, 0, []);

    public string ToText(byte[] scopeHash)
    {
        var writer = new PageTokenWriter();
        writer.Write([Version]);
        writer.Write(scopeHash);
        writer.Write(Start);
        writer.Write(Position);
        writer.Write(Overlap);
        writer.Write(Ids.Count);
        foreach (var id in Ids)
        {
            writer.Write(id);
        }

        writer.Write(PageTokenHash.Compute(writer.ToArray(), ChecksumLength));
        return PageTokenText.Encode(writer.ToArray());
    }

    /// <summary>Three refusals, since each asks for another remedy: damaged text, text of another version of the library, text of another query.</summary>
    public static PageContinuation Parse(string text, byte[] scopeHash)
    {
        if (PageTokenText.Decode(text) is not { Length: > 1 + PageScope.HashLength + ChecksumLength } bytes || !ChecksumFits(bytes))
        {
            throw Damaged();
        }

        if (bytes[0] != Version)
        {
            throw Refusal("was made by another version of this library: " + Remedy);
        }

        if (PageScope.Difference(bytes.AsSpan(1, PageScope.HashLength), scopeHash) is { } difference)
        {
            throw Refusal($"belongs to {difference}: pass it to the call that it came from, or {Remedy}");
        }

        return Read(new PageTokenReader(bytes, 1 + PageScope.HashLength, bytes.Length - ChecksumLength)) ?? throw Damaged();
    }

    private static PageContinuation? Read(PageTokenReader reader)
    {
        var (start, position, overlap, count) = (reader.ReadNumber(), reader.ReadNumber(), reader.ReadNumber(), reader.ReadNumber());
        if (start < 0 || position < 0 || overlap < 0 || overlap > position || count is < 0 or > PagingRules.ContinuationIds || (count == 0 && overlap > 0))
        {
            return null;
        }

        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            if (reader.ReadText() is not { Length: > 0 } id)
            {
                return null;
            }

            ids[i] = id;
        }

        return reader.AtEnd ? new PageContinuation(start, position, overlap, ids) : null;
    }

    private static bool ChecksumFits(byte[] bytes)
    {
        var content = bytes.AsSpan(0, bytes.Length - ChecksumLength).ToArray();
        return bytes.AsSpan(content.Length).SequenceEqual(PageTokenHash.Compute(content, ChecksumLength));
    }

    private static ArgumentException Damaged() =>
        Refusal("is damaged: it is not the whole and unchanged text of a ContactsPage.Continuation. Check how it was stored, or " + Remedy);

    private static ArgumentException Refusal(string reason) => PagingRules.Refusal("ContactsPagingOptions.Continuation " + reason);
}
