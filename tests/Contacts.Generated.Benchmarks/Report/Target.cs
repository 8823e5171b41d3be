using System.Globalization;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>A figure that was aimed at, and the one that was measured.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Goal">The bound.</param>
/// <param name="IsCeiling">Whether the figure may be at most the bound; else it must be at least that.</param>
/// <param name="Figure">What was measured.</param>
internal sealed record Target(string What, double Goal, bool IsCeiling, double Figure)
{
    public bool IsMet => IsCeiling ? Figure <= Goal : Figure >= Goal;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {(IsCeiling ? "≤" : "≥")} {Goal:0.##} | {Figure:0.00} | {(IsMet ? "met" : "**missed**")} |");
}
