namespace Contacts.Generated.Testing;

/// <summary>A place in a list: the number of a synthetic item, or what it is instead; and the item once it is kept.</summary>
internal readonly record struct ListEntry<T>(long Index, T? Item)
    where T : class;

/// <summary>
/// The entries of a list, in blocks. A row of synthetic items that nobody has touched is a block that holds nothing, however long it is;
/// around an item that is touched, a small part of it is written out.
/// </summary>
internal sealed class BlockList<T>
    where T : class
{
    private const int BlockSize = 1024;

    private readonly List<Block> _blocks = [];

    public int Count { get; private set; }

    public ListEntry<T> this[int position]
    {
        get
        {
            Check(position);
            var block = _blocks[Locate(ref position)];
            return block.Entries?[position] ?? new ListEntry<T>(block.First + position, null);
        }

        set
        {
            Check(position);
            Open(ref position)[position] = value;
        }
    }

    /// <summary>Starts over with the synthetic items 0 to <paramref name="count"/> - 1.</summary>
    public void Fill(int count)
    {
        _blocks.Clear();
        Count = count;
        if (count > 0)
        {
            _blocks.Add(new Block(0, count, null));
        }
    }

    public void Insert(int position, in ListEntry<T> entry)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)Count, nameof(position));
        var at = position == Count ? _blocks.Count : Locate(ref position);
        if (at == _blocks.Count || (position == 0 && _blocks[at].Entries is null))
        {
            // Between two blocks.
            if (at > 0 && _blocks[at - 1].Entries is { Count: < BlockSize } before)
            {
                before.Add(entry);
            }
            else
            {
                _blocks.Insert(at, new Block(0, 0, [entry]));
            }
        }
        else
        {
            position += PositionOf(at);
            Open(ref position).Insert(position, entry);
        }

        Count++;
    }

    public void RemoveAt(int position)
    {
        Check(position);
        Open(ref position).RemoveAt(position);
        _blocks.RemoveAll(static block => block.Count == 0);
        Count--;
    }

    /// <summary>The first position of an entry that is sought, or of the untouched item of this number; -1 if there is none.</summary>
    public int Find(Predicate<ListEntry<T>> isSought, long index)
    {
        var position = 0;
        foreach (var block in _blocks)
        {
            var found = block.Entries is { } entries
                ? entries.FindIndex(isSought)
                : index >= block.First && index < block.First + block.Count ? (int)(index - block.First) : -1;
            if (found >= 0)
            {
                return position + found;
            }

            position += block.Count;
        }

        return -1;
    }

    /// <summary>Every position but those within a row of untouched items, of which it gives the first and the last one.</summary>
    public IEnumerable<int> Landmarks()
    {
        var position = 0;
        foreach (var block in _blocks)
        {
            for (var offset = 0; offset < block.Count; offset += block.Entries is null ? Math.Max(1, block.Count - 1) : 1)
            {
                yield return position + offset;
            }

            position += block.Count;
        }
    }

    private int Locate(ref int position)
    {
        var at = 0;
        while (position >= _blocks[at].Count)
        {
            position -= _blocks[at++].Count;
        }

        return at;
    }

    private int PositionOf(int at) => _blocks.Take(at).Sum(static block => block.Count);

    // The entries around a position, which becomes the position in them.
    private List<ListEntry<T>> Open(ref int position)
    {
        var at = Locate(ref position);
        var block = _blocks[at];
        var start = position / BlockSize * BlockSize;
        if (block.Entries is { Count: <= 2 * BlockSize } entries)
        {
            return entries;
        }

        var length = Math.Min(BlockSize, block.Count - start);
        var opened = block.Part(start, length).WrittenOut();
        Block[] parts = [block.Part(0, start), opened, block.Part(start + length, block.Count - start - length)];
        _blocks.RemoveAt(at);
        _blocks.InsertRange(at, parts.Where(static part => part.Count > 0));
        position -= start;
        return opened.Entries!;
    }

    private void Check(int position) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Count, nameof(position));

    /// <summary>Entries, or a row of untouched items.</summary>
    private sealed class Block(long first, int count, List<ListEntry<T>>? entries)
    {
        public long First => first;

        public int Count => entries?.Count ?? count;

        public List<ListEntry<T>>? Entries => entries;

        public Block Part(int start, int length) => new(first + start, length, entries?.GetRange(start, length));

        public Block WrittenOut() => entries is null
            ? new(0, 0, [.. Enumerable.Range(0, count).Select(offset => new ListEntry<T>(first + offset, null))])
            : this;
    }
}
