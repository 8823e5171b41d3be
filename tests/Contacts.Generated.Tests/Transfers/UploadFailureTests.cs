namespace Contacts.Generated.Tests;

public sealed class UploadFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_vanished_fails_clearly_and_is_not_named()
    {
        var upload = UploadContent.FromFile(_folder.Write("jane-doe.png", "x"));
        File.Delete(_folder.At("jane-doe.png"));

        var open = async () => await upload.OpenAsync(default);

        (await open.Should()
            .ThrowAsync<IOException>().WithMessage("The file to upload could be opened before but not now (FileNotFoundException)*"))
            .Which.ToString().Should().NotContain("jane-doe");
    }

    [Fact]
    public async Task A_file_that_was_emptied_fails_clearly()
    {
        var upload = UploadContent.FromFile(_folder.Write("a.png", "x"));
        _folder.Write("a.png", "");

        var open = async () => await upload.OpenAsync(default);

        await open.Should().ThrowAsync<IOException>().WithMessage("The file to upload was emptied*");
    }

    [Fact]
    public async Task A_file_that_grew_before_it_is_sent_is_sent_as_it_is_then()
    {
        var upload = UploadContent.FromFile(_folder.Write("a.txt", "x"));
        _folder.Write("a.txt", "longer");

        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);

        (await MultipartBody.ParseAsync(content)).Single().Bytes.Should().HaveCount(6);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(+1)]
    public async Task A_stream_that_changes_its_length_while_it_is_sent_fails_clearly(int change)
    {
        using var stream = new MemoryStream();
        stream.SetLength(200_000);
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), default);
        stream.SetLength(200_000 + change);

        var transport = new MemoryStream();
        var send = () => content.CopyToAsync(transport);

        await send.Should().ThrowAsync<HttpRequestException>();
        content.CallerFailure!.SourceException.Should().BeOfType<IOException>().Which.Message.Should().Contain("changed its length");
        transport.Length.Should().BeLessThan(content.Headers.ContentLength!.Value, "the body must stay unfinished");
    }

    [Fact]
    public async Task A_stream_that_was_emptied_fails_before_anything_is_sent()
    {
        using var stream = new MemoryStream();
        stream.SetLength(5);
        var upload = UploadContent.FromStream(stream, "a.bin");
        stream.SetLength(0);

        var open = async () => await upload.OpenAsync(default);

        await open.Should().ThrowAsync<IOException>().WithMessage("The stream to upload was emptied*");
    }

    [Fact]
    public async Task An_empty_stream_that_cannot_seek_fails_before_anything_is_sent()
    {
        var gateway = new FakeGateway();
        using var stream = new Seekless([]);
        var upload = UploadContent.FromStream(stream, "a.png");

        var act = () => TestClients.To(gateway).UploadAvatarAsync(upload);

        await act.Should().ThrowAsync<ArgumentException>().WithMessage("The stream is empty*").WithParameterName("stream");
        gateway.Requests.Should().BeEmpty();
        stream.CanRead.Should().BeTrue("it is the caller's");
    }

    [Fact]
    public async Task What_was_looked_at_of_a_stream_that_cannot_seek_is_sent_once_and_first()
    {
        using var stream = new Seekless([.. Enumerable.Range(0, 5_000).Select(i => (byte)i)]);
        var upload = UploadContent.FromStream(stream, "a.png");
        using (await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default))
        {
            upload.CanReplay.Should().BeTrue("nothing was sent");
        }

        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);
        (await MultipartBody.ParseAsync(content)).Single().Bytes.Should().Equal(Enumerable.Range(0, 5_000).Select(i => (byte)i));
        upload.CanReplay.Should().BeFalse();
    }

    [Fact]
    public async Task A_failure_of_the_callers_stream_is_told_from_one_of_the_transport()
    {
        using var stream = new SyntheticStream(10)
        { OnRead = position => _ = position == 0 ? 0 : throw new UnauthorizedAccessException("disk") };
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), default);
        var send = () => content.CopyToAsync(Stream.Null);

        await send.Should().ThrowAsync<UnauthorizedAccessException>();
        content.CallerFailure!.SourceException.Message.Should().Be("disk");
    }

    [Fact]
    public async Task A_failure_of_the_transport_is_not_the_callers()
    {
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(new byte[10], "a.bin"), new UploadBodyOptions(), default);
        var send = () => content.CopyToAsync(new BrokenStream(failingWrite: 2));

        await send.Should().ThrowAsync<HttpRequestException>();
        content.CallerFailure.Should().BeNull();
    }

    [Fact]
    public async Task The_attempts_token_stops_the_sending_where_the_transport_gives_none()
    {
        using var attempt = new CancellationTokenSource();
        using var stream = new SyntheticStream(10_000_000) { OnRead = position => CancelAt(position, attempt) };
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), attempt.Token);

        var send = () => content.CopyToAsync(Stream.Null);

        await send.Should().ThrowAsync<OperationCanceledException>();
        stream.Reads.Should().BeLessThan(5);
        content.CallerFailure.Should().BeNull();
    }

    [Fact]
    public async Task The_attempts_token_is_heeded_even_if_no_stream_does()
    {
        using var attempt = new CancellationTokenSource();
        using var stream = new SyntheticStream(10_000_000, heedsToken: false) { OnRead = position => CancelAt(position, attempt) };
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), attempt.Token);

        var send = () => content.CopyToAsync(new BrokenStream(failingWrite: 0));

        await send.Should().ThrowAsync<OperationCanceledException>();
        stream.Reads.Should().BeLessThan(5);
    }

    [Fact]
    public async Task The_transports_token_stops_the_sending()
    {
        using var transport = new CancellationTokenSource();
        using var stream = new SyntheticStream(10_000_000) { OnRead = position => CancelAt(position, transport) };
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), default);

        var send = () => content.CopyToAsync(new MemoryStream(), transport.Token);

        if (TransferBuild.IsNetStandard)
        {
            return; // that build's content is never given the transport's token
        }

        await send.Should().ThrowAsync<OperationCanceledException>();
        stream.Reads.Should().BeLessThan(5);
        content.CallerFailure.Should().BeNull();
    }

    [Fact]
    public async Task A_cancelled_attempt_opens_nothing()
    {
        var path = _folder.Write("a.txt", "x");
        UploadContent[] uploads =
            [UploadContent.FromFile(
                path), UploadContent.FromBytes(new byte[1], "a"), UploadContent.FromStream(new SyntheticStream(1), "a")];

        foreach (var upload in uploads)
        {
            var open = async () => await upload.OpenAsync(new CancellationToken(canceled: true));
            await open.Should().ThrowAsync<OperationCanceledException>();
        }
    }

    private static void CancelAt(long position, CancellationTokenSource source)
    {
        if (position > 100_000)
        {
            source.Cancel();
        }
    }
}
