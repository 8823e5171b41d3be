using System.Globalization;

namespace Contacts.Generated.Benchmarks.Transfers;

/// <summary>What a transfer was measured at.</summary>
/// <param name="Name">Upload or export.</param>
/// <param name="Mebibytes">How much was moved.</param>
/// <param name="Speed">MiB a second.</param>
/// <param name="Ratio">The speed as a part of a raw copy's.</param>
/// <param name="Memory">The largest working set above idle, in MiB.</param>
internal sealed record TransferFigure(string Name, int Mebibytes, double Speed, double Ratio, double Memory)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} of {Mebibytes} MiB: {Speed:F0} MiB/s, {Ratio:F2} of a raw copy's speed, {Memory:F1} MiB above idle");
}
