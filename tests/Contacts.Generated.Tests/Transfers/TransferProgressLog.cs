namespace Contacts.Generated.Tests;

/// <summary>Keeps every report, on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class TransferProgressLog : IProgress<TransferProgress>
{
    internal List<TransferProgress> Reports { get; } = [];

    internal Action<TransferProgress>? OnReport { get; set; }

    internal IEnumerable<long> Bytes => Reports.Select(report => report.BytesTransferred);

    public void Report(TransferProgress value)
    {
        Reports.Add(value);
        OnReport?.Invoke(value);
    }

    /// <summary>From 0 to the end, never back, no gap wider than promised, and the end reported once.</summary>
    internal void ShouldRun(long bytes, long? total, long widestGap)
    {
        Reports.Should().OnlyContain(report => report.TotalBytes == total);
        Reports[0].BytesTransferred.Should().Be(0);
        Reports[^1].BytesTransferred.Should().Be(bytes);
        Bytes.Zip(Bytes.Skip(1), (earlier, later) => later - earlier).Should().OnlyContain(gap => gap > 0 && gap <= widestGap);
    }
}
