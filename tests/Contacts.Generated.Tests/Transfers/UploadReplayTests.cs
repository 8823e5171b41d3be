namespace Contacts.Generated.Tests;

public sealed class UploadReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_opened_for_each_attempt_and_closed_after_it()
    {
        var upload = UploadContent.FromFile(_folder.Write("a.txt", "hello"));

        (await FileOf(upload)).Should().Be("hello");
        (await FileOf(upload)).Should().Be("hello");

        upload.CanReplay.Should().BeTrue();
        using var exclusive = new FileStream(_folder.At("a.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public async Task Bytes_can_be_sent_again_and_are_only_the_given_slice()
    {
        var upload = UploadContent.FromBytes("xhellox"u8.ToArray().AsMemory(1, 5), "a.txt");

        (await FileOf(upload)).Should().Be("hello");
        (await FileOf(upload)).Should().Be("hello");
        upload.CanReplay.Should().BeTrue();
        upload.Length.Should().Be(5);
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands_and_set_back_there()
    {
        using var stream = new MemoryStream("skip me, hello"u8.ToArray()) { Position = 9 };
        var upload = UploadContent.FromStream(stream, "a.txt");

        (await FileOf(upload)).Should().Be("hello");
        stream.Position.Should().Be(14);
        (await FileOf(upload)).Should().Be("hello");

        upload.Length.Should().Be(5);
        upload.CanReplay.Should().BeTrue();
        stream.CanRead.Should().BeTrue("the caller's stream stays open");
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once_and_stays_open()
    {
        using var stream = new SyntheticStream(10);
        var upload = UploadContent.FromStream(stream, "a.txt");
        upload.CanReplay.Should().BeTrue("nothing was read yet");

        (await MultipartBody.SerializeAsync(upload)).Should().NotBeEmpty();

        upload.CanReplay.Should().BeFalse();
        stream.IsDisposed.Should().BeFalse();
        var again = async () => await upload.OpenAsync(default);
        await again.Should().ThrowAsync<InvalidOperationException>().WithMessage("The stream to upload can be read only once*");
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_can_be_sent_again_when_the_first_attempt_never_read_it()
    {
        var upload = UploadContent.FromStream(new SyntheticStream(3), "a.txt");
        using (var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default))
        {
            var send = () => content.CopyToAsync(new BrokenStream(failingWrite: 1));
            await send.Should().ThrowAsync<HttpRequestException>();
            content.HasSentPayload.Should().BeFalse();
            content.CallerFailure.Should().BeNull();
        }

        upload.CanReplay.Should().BeTrue();
        (await MultipartBody.SerializeAsync(upload)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_transport_may_serialize_one_attempt_twice()
    {
        var upload = UploadContent.FromFile(_folder.Write("a.txt", "hello"));
        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);

        var first = await MultipartBody.SerializeAsync(content);

        (await MultipartBody.SerializeAsync(content)).Should().Equal(first);
    }

    [Fact]
    public async Task A_transport_that_serializes_a_spent_stream_again_is_stopped()
    {
        var upload = UploadContent.FromStream(new SyntheticStream(3), "a.txt");
        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);
        await MultipartBody.SerializeAsync(content);

        var again = () => MultipartBody.SerializeAsync(content);

        await again.Should().ThrowAsync<InvalidOperationException>();
        content.CallerFailure!.SourceException.Should().BeOfType<InvalidOperationException>();
        again().IsFaulted.Should().BeTrue("a refusal must not keep the stream's turn");
    }

    [Fact]
    public async Task File_bytes_count_as_sent_before_the_first_write_of_them_can_fail()
    {
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(new byte[9], "a.txt"), new UploadBodyOptions(), default);
        content.HasSentPayload.Should().BeFalse();

        var send = () => content.CopyToAsync(new BrokenStream(failingWrite: 2));

        await send.Should().ThrowAsync<HttpRequestException>();
        content.HasSentPayload.Should().BeTrue();
    }

    [Fact]
    public async Task An_attempt_given_up_in_a_read_never_mixes_with_the_next()
    {
        var release = new TaskCompletionSource();
        using var stream = new StallingStream("hello"u8.ToArray(), release.Task);
        var upload = UploadContent.FromStream(stream, "a.txt");
        using var abandoned = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);
        var first = abandoned.CopyToAsync(Stream.Null);
        abandoned.Dispose();

        var second = FileOf(upload);
        second.IsCompleted.Should().BeFalse("the first still reads the same stream");
        release.SetResult();

        await first;
        (await second).Should().Be("hello");
    }

    private static async Task<string> FileOf(UploadContent upload)
    {
        using var content = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);
        return MultipartBody.Text((await MultipartBody.ParseAsync(content)).Single().Bytes);
    }

    /// <summary>Its first read waits, and heeds no token.</summary>
    private sealed class StallingStream(byte[] bytes, Task release) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await release;
            return Read(buffer.Span);
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
