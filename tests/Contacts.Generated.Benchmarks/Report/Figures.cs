using Contacts.Generated.Benchmarks.Transfers;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>All that a report is made from.</summary>
internal sealed class Figures
{
    public required Effort Effort { get; init; }

    public Dictionary<Scenario, SideBySide> Calls { get; } = [];

    /// <summary>The whole list at 20 ms a page.</summary>
    public SideBySide? Lists { get; set; }

    /// <summary>The memory above idle of the short and the long list, in MiB.</summary>
    public (double Short, double Long) ListMemory { get; set; }

    /// <summary>The seconds of first calls, and of the whole processes that made them.</summary>
    public Dictionary<string, List<(double Call, double Whole)>> FirstCalls { get; } = [];

    public IReadOnlyList<TransferFigure> Transfers { get; set; } = [];

    /// <summary>Answers that were not the ones asked for.</summary>
    public long Wrong => Calls.Values.Append(Lists!).Sum(result => result.Contenders.Sum(result.Wrong));
}
