namespace Contacts.Generated.Tests;

/// <summary>
/// A server as the facts about the real one describe it, and worse. It answers when told to, in any order, on the thread of the test, so
/// that a run is determined by its rules alone.
/// </summary>
internal sealed class ModelServer
{
    private readonly ModelRules _rules;
    private readonly Random _random;
    private readonly List<ModelItem> _items = [];
    private readonly List<PendingRequest> _pending = [];
    private readonly HashSet<string> _named = [];
    private int _changesLeft;
    private int _emptyLeft = 3;
    private int _answered;
    private int _made;

    public ModelServer(ModelRules rules)
    {
        _rules = rules;
        _random = new Random(rules.Seed);
        _changesLeft = rules.Changes;
        for (var i = 0; i < rules.Items; i++)
        {
            _items.Add(Make());
        }

        Kept = [.. _items.Skip(rules.Skip).Select(item => item.Name)];
    }

    /// <summary>What was in the list from the beginning and has not been removed or moved, in order.</summary>
    public List<string> Kept { get; private set; }

    public List<(int Skip, int Limit)> Requests { get; } = [];

    /// <summary>Whether the client can recognise the item of this name.</summary>
    public bool HasId(string name) => _named.Contains(name);

    public int Inserted { get; private set; }

    public int MostInFlight { get; private set; }

    public int InFlight => _pending.Count;

    public int CancelledRequests { get; private set; }

    public Task<PageResponse<ModelItem>> FetchAsync(int skip, int limit, CancellationToken cancellationToken)
    {
        Requests.Add((skip, limit));
        var request = new PendingRequest(skip, limit, new TaskCompletionSource<PageResponse<ModelItem>>());
        _pending.Add(request);
        MostInFlight = Math.Max(MostInFlight, _pending.Count);
        cancellationToken.Register(() =>
        {
            if (_pending.Remove(request))
            {
                CancelledRequests++;
                request.Answer.TrySetCanceled(cancellationToken);
            }
        });
        return request.Answer.Task;
    }

    /// <summary>Answers one request that is under way, any of them.</summary>
    public void AnswerOne()
    {
        var request = _pending[_random.Next(_pending.Count)];
        Change();
        var page = Answer(request.Skip, request.Limit);
        _answered++;
        _pending.Remove(request);
        request.Answer.TrySetResult(page);
    }

    /// <summary>Does to the items of a page what the reader is said to do.</summary>
    public void Received(IReadOnlyList<ModelItem> page)
    {
        var last = page.Skip(page.Count - 1);
        switch (_rules.Reader)
        {
            case ReaderDoes.MovesEachToTheEnd: MoveEach(page, _ => _items.Count); break;
            case ReaderDoes.MovesEachToTheTop: MoveEach(page, _ => 0); break;
            case ReaderDoes.MovesEachDownByOne: MoveEach(page, at => at + 1); break;
            case ReaderDoes.MovesEachUpByOne: MoveEach(page, at => at - 1); break;
            case ReaderDoes.MovesTheLastDownByOne: MoveEach(last, at => at + 1); break;
            case ReaderDoes.MovesTheLastToTheEnd: MoveEach(last, _ => _items.Count); break;
            case ReaderDoes.MovesEachToTheEndBackwards: MoveEach(page.Reverse(), _ => _items.Count); break;
            case ReaderDoes.MovesSomeAnywhere: MoveEach(page.Where(_ => Happens(40)), _ => _random.Next(_items.Count + 1)); break;
            case ReaderDoes.RemovesEach: MoveEach(page, _ => null); break;
        }
    }

    // No place is a removal.
    private void MoveEach(IEnumerable<ModelItem> items, Func<int, int?> place)
    {
        foreach (var item in items.Where(_items.Contains))
        {
            var at = _items.IndexOf(item);
            RemoveAt(at);
            if (place(at) is { } to)
            {
                _items.Insert(Math.Clamp(to, 0, _items.Count), item);
            }
        }
    }

    private PageResponse<ModelItem> Answer(int skip, int limit)
    {
        var total = _items.Count;
        var effective = Math.Min(limit, _answered >= _rules.CapFromRequest ? _rules.LaterCap : _rules.Cap);
        var length = Math.Max(0, Math.Min(effective, total - skip));
        if (length > _rules.ShortestPage && Happens(_rules.ShortPercent))
        {
            length = _random.Next(_rules.ShortestPage, length);
        }

        if (skip > _rules.Skip && _emptyLeft > 0 && Happens(_rules.EmptyPercent))
        {
            _emptyLeft--;
            length = 0;
        }

        bool? more = _rules.More switch
        {
            SaysMore.Truth => skip + length < total,
            SaysMore.Never => null,
            SaysMore.OnceTooOften => total >= skip + length && length == effective,
            SaysMore.UnlessEmpty => length > 0,
            _ => skip + limit < total && skip + length < total,
        };
        if (_rules.More == SaysMore.OnceTooOften && length < effective)
        {
            more = skip + length < total;
        }

        int? said = _rules.Total switch
        {
            SaysTotal.Grand => total,
            SaysTotal.LengthOfPage => length,
            SaysTotal.Nonsense => _random.Next(0, 2 * total + 2),
            _ => null,
        };
        return new PageResponse<ModelItem>(_items.GetRange(Math.Min(skip, total), length), more, said, Happens(_rules.RateLimitPercent));
    }

    private void Change()
    {
        while (_answered > 0 && _changesLeft > 0 && Happens(40))
        {
            _changesLeft--;
            var kind = _random.Next(3);
            if (kind == 0 && _rules.Inserts)
            {
                // Mostly at the top, where new ones come in a list sorted by -created_at.
                Inserted++;
                _items.Insert(Happens(60) ? 0 : _random.Next(_items.Count + 1), Make());
            }
            else if (kind == 1 && _rules.Removes)
            {
                Take(out _);
            }
            else if (kind == 2 && _rules.Moves && Take(out var from) is { Count: > 0 } moved)
            {
                _items.InsertRange(Math.Clamp(PlaceFor(from), 0, _items.Count), moved);
            }
        }
    }

    // Mostly one item, and now and then a row of them, which keep their order among themselves.
    private List<ModelItem> Take(out int at)
    {
        at = _random.Next(_items.Count + 1);
        var taken = new List<ModelItem>();
        for (var count = _rules.Moves && Happens(25) ? _random.Next(2, 8) : 1; count > 0 && at < _items.Count; count--)
        {
            taken.Add(RemoveAt(at));
        }

        return taken;
    }

    private int PlaceFor(int from) => _random.Next(5) switch
    {
        0 => 0,
        1 => _items.Count,
        2 => from - 1,
        3 => from + 1,
        _ => _random.Next(_items.Count + 1),
    };

    private ModelItem RemoveAt(int index)
    {
        var item = _items[index];
        _items.RemoveAt(index);
        Kept.Remove(item.Name);
        return item;
    }

    private ModelItem Make()
    {
        var name = "con_" + _made++;
        if (Happens(_rules.IdlessPercent))
        {
            return new ModelItem(_random.Next(2) == 0 ? null : "", name);
        }

        _named.Add(name);
        return new ModelItem(name, name);
    }

    private bool Happens(int percent) => percent > 0 && _random.Next(100) < percent;

    private sealed record PendingRequest(int Skip, int Limit, TaskCompletionSource<PageResponse<ModelItem>> Answer);
}

/// <summary>
/// An item of the model server: <paramref name="Id"/> is what the client sees, <paramref name="Name"/> what the test tells it by.
/// </summary>
internal sealed record ModelItem(string? Id, string Name);
