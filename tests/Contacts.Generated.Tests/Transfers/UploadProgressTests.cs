namespace Contacts.Generated.Tests;

public sealed class UploadProgressTests
{
    private readonly TransferProgressLog _progress = new();

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(101)]
    [InlineData(12_345)]
    [InlineData(5_000_000)]
    [InlineData(20_000_001)]
    public async Task A_known_size_is_reported_at_every_percent(int length)
    {
        await Send(UploadContent.FromBytes(new byte[length], "a.bin"));

        _progress.ShouldRun(length, length, Math.Max(1, length / 100));
        _progress.Reports.Should().HaveCountLessThan(202);
    }

    [Fact]
    public async Task An_unknown_size_is_reported_at_every_mebibyte()
    {
        await Send(UploadContent.FromStream(new SyntheticStream(10_000_000, maxRead: 1_000), "a.bin"));

        _progress.ShouldRun(10_000_000, total: null, widestGap: 1024 * 1024);
        _progress.Reports.Should().HaveCount(11);
    }

    [Fact]
    public async Task A_repeated_attempt_starts_at_zero()
    {
        var upload = UploadContent.FromBytes(new byte[200], "a.bin");
        await Send(upload, new BrokenStream(failingWrite: 50))
            .ContinueWith(sent => sent.Exception.Should().NotBeNull(), TaskScheduler.Default);
        var failedAt = _progress.Reports[^1].BytesTransferred;
        _progress.Reports.Clear();

        await Send(upload);

        failedAt.Should().BeInRange(1, 199, "what the failed write took is not known to have moved");
        _progress.ShouldRun(200, 200, 2);
    }

    [Fact]
    public async Task A_body_serialized_again_starts_at_zero()
    {
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(new byte[3], "a.bin"), new UploadBodyOptions { Progress = _progress }, default);

        await content.CopyToAsync(Stream.Null);
        await content.CopyToAsync(Stream.Null);

        _progress.Bytes.Should().Equal(0, 1, 2, 3, 0, 1, 2, 3);
    }

    [Fact]
    public async Task Progress_is_reported_after_the_bytes_moved()
    {
        var transport = new MemoryStream();
        var ahead = long.MinValue;
        _progress.OnReport = report => ahead = Math.Max(ahead, report.BytesTransferred - transport.Length);

        await Send(UploadContent.FromBytes(new byte[100_000], "a.bin"), transport);

        ahead.Should().BeNegative("a report never runs ahead of what was written");
    }

    [Fact]
    public async Task What_a_progress_handler_throws_is_the_callers_own()
    {
        var thrown = new IOException("mine");
        _progress.OnReport = report => _ = report.BytesTransferred < 50 ? 0 : throw thrown;
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(new byte[100], "a.bin"), new UploadBodyOptions { Progress = _progress }, default);

        var send = () => content.CopyToAsync(Stream.Null);

        await send.Should().ThrowAsync<Exception>();
        content.CallerFailure!.SourceException.Should().BeSameAs(thrown);
    }

    private async Task Send(UploadContent upload, Stream? transport = null)
    {
        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions { Progress = _progress }, default);
        await content.CopyToAsync(transport ?? Stream.Null);
    }
}
