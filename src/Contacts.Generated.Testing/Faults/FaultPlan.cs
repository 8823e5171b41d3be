namespace Contacts.Generated.Testing;

/// <summary>The faults that are still to come, in the order in which they were planned.</summary>
internal sealed class FaultPlan(IReadOnlyList<string> operations)
{
    private readonly object _gate = new();
    private readonly List<PlannedFault> _planned = [];

    public void Add(string? operation, EmulatorFault fault, int times)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (times < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(times), times, "times must be at least 1.");
        }

        if (operation is not null)
        {
            RequireOperation(operation, nameof(operation), ", or null for every operation");
        }

        lock (_gate)
        {
            _planned.Add(new PlannedFault(operation, fault, times));
        }
    }

    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void RequireOperation(string operation, string parameter, string otherwise = "")
    {
        if (!operations.Contains(operation, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"There is no operation \"{operation}\". Did you mean \"{NearestName.Of(operation, operations)}\"? "
                + $"Use a constant of {nameof(ContactsOperations)}{otherwise}.",
                parameter);
        }
    }

    /// <summary>The fault for the next request of an operation; null if none is planned.</summary>
    public EmulatorFault? Take(string operation)
    {
        lock (_gate)
        {
            var index = _planned.FindIndex(planned => planned.Hits(operation));
            if (index < 0)
            {
                return null;
            }

            var planned = _planned[index];
            if (--planned.Left == 0)
            {
                _planned.RemoveAt(index);
            }

            return planned.Fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    private sealed class PlannedFault(string? operation, EmulatorFault fault, int times)
    {
        public EmulatorFault Fault => fault;

        public int Left { get; set; } = times;

        public bool Hits(string requested) => operation is null || string.Equals(operation, requested, StringComparison.Ordinal);
    }
}
