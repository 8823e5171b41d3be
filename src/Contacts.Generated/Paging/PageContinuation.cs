namespace Contacts.Generated;

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

    public bool IsStart => Position == Start && Ids.Count == 0;

    public static PageContinuation AtStart(int skip) => new(skip, skip, 0, []);

    public string ToText(byte[] scopeHash) => ContinuationText.Write(scopeHash, writer =>
    {
        writer.Write(Start);
        writer.Write(Position);
        writer.Write(Overlap);
        writer.Write(Ids.Count);
        foreach (var id in Ids)
        {
            writer.Write(id);
        }
    });

    /// <exception cref="ArgumentException">The text is damaged, or belongs to another query.</exception>
    public static PageContinuation Parse(string text, byte[] scopeHash) =>
        ContinuationText.Parse(text, scopeHash, ContinuationOption.OfList, Read);

    private static PageContinuation? Read(BinaryReader reader)
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

        return Array.IndexOf(ids, "") < 0 ? new(start, position, overlap, ids) : null;
    }
}
