using System.Text;

namespace Contacts.Generated.Tests;

public sealed class UploadBodyContentTests
{
    [Fact]
    public async Task The_body_is_exact_to_the_byte()
    {
        var upload = UploadContent.FromBytes(new byte[] { 0, 13, 10, 255 }, "photo.png");

        var body = await MultipartBody.SerializeAsync(upload, new UploadBodyOptions { Boundary = "edge" });

        byte[] expected =
        [
            .. "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n"u8,
            0, 13, 10, 255,
            .. "\r\n--edge--\r\n"u8,
        ];
        body.Should().Equal(expected);
    }

    [Theory]
    [InlineData("say \"hi\".png", "say %22hi%22.png")]
    [InlineData("line\r\nbreak.png", "line%0D%0Abreak.png")]
    [InlineData("100%22.png", "100%22.png")]
    [InlineData("semi;colon=.png", "semi;colon=.png")]
    [InlineData("bell\u0007nul\0del\u007f.png", "bell%07nul%00del%7F.png")]
    [InlineData("Zo\u00eb \u9673\u5927\u6587 \U0001F600.png", "Zo\u00eb \u9673\u5927\u6587 \U0001F600.png")]
    public async Task A_file_name_is_escaped_as_browsers_do(string fileName, string sent)
    {
        var body = await MultipartBody.SerializeAsync(
            UploadContent.FromBytes(new byte[] { 7 }, fileName), new UploadBodyOptions { Boundary = "edge" });

        MultipartBody.Text(body).Should().Be(
            $"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{sent}\"\r\nContent-Type: "
                + "image/png\r\n\r\n\a\r\n--edge--\r\n");
    }

    [Theory]
    [InlineData("say \"hi\".png", "say %22hi%22.png")]
    [InlineData("line\r\nbreak.png", "line%0D%0Abreak.png")]
    [InlineData("Zo\u00eb \u9673\u5927\u6587.png", "Zo\u00eb \u9673\u5927\u6587.png")]
    public async Task A_real_parser_reads_the_body_back(string fileName, string read)
    {
        var bytes = SyntheticStream.Bytes(0, 200_000);
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(bytes, fileName), new UploadBodyOptions(), default, partName: "caf\u00e9 \"x\"");

        var part = (await MultipartBody.ParseAsync(content)).Should().ContainSingle().Which;

        part.Name.Should().Be("caf\u00e9 %22x%22");
        part.FileName.Should().Be(read);
        part.ContentType.Should().Be("image/png");
        part.Bytes.Should().Equal(bytes);
    }

    [Fact]
    public async Task Bytes_that_look_like_a_boundary_pass_unharmed()
    {
        var bytes = Encoding.ASCII.GetBytes("\r\n--contacts-\r\n----\r\nContent-Type: text/html\r\n\r\n");
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(bytes, "a.txt"), new UploadBodyOptions(), default);

        (await MultipartBody.ParseAsync(content)).Single().Bytes.Should().Equal(bytes);
    }

    [Fact]
    public async Task The_boundary_is_new_each_time_and_needs_no_quotes()
    {
        var upload = UploadContent.FromBytes(new byte[1], "a.png");
        using var first = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);
        using var second = await MultipartBody.OpenAsync(upload, new UploadBodyOptions(), default);

        first.Headers.ContentType!.ToString().Should().MatchRegex("^multipart/form-data; boundary=[A-Za-z0-9-]{1,70}$");
        second.Headers.ContentType!.ToString().Should().NotBe(first.Headers.ContentType.ToString());
    }

    [Fact]
    public async Task A_known_length_is_sent_and_right()
    {
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromBytes(new byte[1234], "\u9673.png"), new UploadBodyOptions(), default, partName: "\u00e9");

        content.Headers.ContentLength.Should().Be((await MultipartBody.SerializeAsync(content)).Length);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_has_no_length_and_arrives_whole()
    {
        using var stream = new SyntheticStream(150_000, maxRead: 7_000);
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions(), default);

        content.Headers.ContentLength.Should().BeNull();
        (await MultipartBody.ParseAsync(content)).Single().Bytes.Should().Equal(SyntheticStream.Bytes(0, 150_000));
        stream.SyncReads.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_gibibyte_passes_with_flat_memory(bool canSeek)
    {
        const long GiB = 1L << 30;
        using var stream = new SyntheticStream(GiB, canSeek: canSeek, fill: false);
        var progress = new TransferProgressLog();
        using var content = await MultipartBody.OpenAsync(
            UploadContent.FromStream(stream, "a.bin"), new UploadBodyOptions { Progress = progress }, default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var sending = content.CopyToAsync(Stream.Null);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        sending.IsCompletedSuccessfully.Should().BeTrue("nothing waits, so all of it ran on this thread");
        await sending;
        progress.Reports[^1].BytesTransferred.Should().Be(GiB);
        allocated.Should().BeLessThan(8 * 1024 * 1024);
    }

    [Fact]
    public async Task Every_write_is_told_to_the_idle_timer()
    {
        long moved = 0;
        var body = await MultipartBody.SerializeAsync(
            UploadContent.FromBytes(new byte[300_000], "a.bin"), new UploadBodyOptions { Moved = count => moved += count });

        moved.Should().Be(body.Length);
    }
}
