namespace Contacts.ContractTool;

/// <summary>What is different between a contract and an older one for users of the API, in any language.</summary>
internal sealed class ContractComparer
{
    private readonly WireContract _before;
    private readonly WireContract _after;
    private readonly Changes _changes = new();
    private readonly OperationComparer _operations;

    public ContractComparer(Contract before, Contract after)
    {
        (_before, _after) = (new WireContract(before), new WireContract(after));
        _operations = new OperationComparer(_before, _after, new SchemaComparer(_before, _after, _changes), _changes);
    }

    public IReadOnlyList<Change> Compare()
    {
        CompareDocuments();
        SecurityComparer.Compare(_before.Contract, _after.Contract, OperationPairs(), _changes);
        foreach (var (older, newer) in OperationPairs())
        {
            switch (older, newer)
            {
                case ({ } gone, null):
                    _changes.Breaking($"the operation {WireContract.NameOf(gone)} ({gone}) is gone");
                    break;
                case (null, { } added):
                    _changes.Addition($"the operation {WireContract.NameOf(added)} ({added}) is new");
                    break;
                case ({ } was, { } now):
                    _operations.Compare(was, now);
                    break;
            }
        }

        return _changes.All;
    }

    private void CompareDocuments()
    {
        _changes.Words("the document", _before.Root.Mapping("info"), _after.Root.Mapping("info"), "title", "description");
        if (_before.BasePath != _after.BasePath)
        {
            _changes.Breaking(
                $"the service's path below the gateway is /{_after.BasePath} and was /{_before.BasePath}");
        }

        if (_before.Root.Flag("x-envelope") != _after.Root.Flag("x-envelope"))
        {
            _changes.Breaking($"responses {(_after.Root.Flag("x-envelope") ? "may come in" : "come without")} an envelope now");
        }

        if (_before.Root.Text("x-reserved-id-start") != _after.Root.Text("x-reserved-id-start"))
        {
            var now = _after.Root.Text("x-reserved-id-start");
            _changes.BreakingIf(now is not null, now is null ? "an id may begin with anything now" : $"no id begins with '{now}' now");
        }

        Changes.Compare(
            _before.Gateways, _after.Gateways, static gateway => gateway.Name,
            gone => _changes.Breaking($"the gateway {gone.Name} is gone"),
            added => _changes.Addition($"the gateway {added.Name} is new"),
            (older, newer) =>
            {
                if (older.Url != newer.Url)
                {
                    _changes.Addition($"the gateway {newer.Name} has another address");
                }
            });
    }

    /// <summary>The operations that have one id, and then those that are reached alike; one without its other is gone or new.</summary>
    private IEnumerable<(Operation? Older, Operation? Newer)> OperationPairs()
    {
        var newer = _after.Contract.Operations.ToList();
        var heirs = new Dictionary<Operation, Operation>();
        foreach (var match in new Func<Operation, Operation, bool>[] { HaveOneId, AreReachedAlike })
        {
            foreach (var older in _before.Contract.Operations.Where(one => !heirs.ContainsKey(one)))
            {
                if (newer.Find(one => match(older, one)) is { } heir)
                {
                    heirs.Add(older, heir);
                    newer.Remove(heir);
                }
            }
        }

        return _before.Contract.Operations.Select(older => ((Operation?)older, heirs.GetValueOrDefault(older)))
            .Concat(newer.Select(static one => ((Operation?)null, (Operation?)one)));

        static bool HaveOneId(Operation older, Operation newer) => older.Id is not null && older.Id == newer.Id;

        bool AreReachedAlike(Operation older, Operation newer) =>
            older.Name == newer.Name && _before.PathOf(older) == _after.PathOf(newer);
    }
}
