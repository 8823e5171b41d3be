namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>What a worker measured of one batch.</summary>
/// <param name="Operations">How many calls, or items for a whole list.</param>
/// <param name="Seconds">How long they took together.</param>
/// <param name="CpuSeconds">The processor time of the whole process, user and system.</param>
/// <param name="Bytes">The bytes allocated by the whole process.</param>
/// <param name="Wrong">How many answers were not the ones asked for.</param>
/// <param name="PeakMebibytes">The largest working set above the one before.</param>
/// <param name="Text">What was asked for as text.</param>
internal sealed record Measurement(
    long Operations, double Seconds, double CpuSeconds, long Bytes, long Wrong = 0, double PeakMebibytes = 0, string? Text = null)
{
    public double MicrosecondsPerOperation => Seconds / Operations * 1e6;

    public double CpuMicrosecondsPerOperation => CpuSeconds / Operations * 1e6;

    public double BytesPerOperation => (double)Bytes / Operations;
}
