using System.IO.Compression;

namespace Contacts.Generated.Tests;

public class BodyLimitTests
{
    private const int Limit = 64 * 1024;

    [Fact]
    public async Task A_body_without_end_is_read_up_to_the_limit()
    {
        foreach (var start in new[] { "", "[", "{\"data\":[" })
        {
            var body = new TestBody(start, TestBody.Endless);
            var bench = new Bench(static options => options.MaxResponseBytes = Limit, Answer.Of(200, body));

            var error = (await bench.Client.Awaiting(static it => it.ListAsync()).Should().ThrowAsync<ContactsInvalidResponseException>())
                .Which;

            error.Message.Should().Contain("at most 65536 bytes").And.Contain("MaxResponseBytes");
            body.BytesRead.Should().BeLessThanOrEqualTo(4 * Limit);
            bench.Handler.Count.Should().Be(1);
        }
    }

    [Fact]
    public async Task A_body_of_just_the_limit_is_read_and_one_byte_more_is_not()
    {
        var just = Bench.Page.PadRight(Limit);

        var page = await new Bench(static options => options.MaxResponseBytes = Limit, Answer.Json(just)).Client.ListAsync();
        page.Data.Should().ContainSingle();

        await new Bench(static options => options.MaxResponseBytes = Limit, Answer.Json(just + " ")).Client
            .Awaiting(static it => it.ListAsync()).Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(502)]
    public async Task An_error_body_without_end_is_read_up_to_64_KiB_and_keeps_its_status(int status)
    {
        var body = new TestBody("<html><title>Big</title>", TestBody.Endless);
        var bench = new Bench(static options => options.MaxRetries = 0, Answer.Of(status, body, "text/html"));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsApiException>()).Which;

        error.Status.Should().Be(status);
        error.GetServerMessage().Should().Be("Big");
        error.GetResponseBody()!.Length.Should().BeLessThanOrEqualTo((64 * 1024) + 64);
        body.BytesRead.Should().BeLessThanOrEqualTo(4 * 64 * 1024);
    }

    [Fact]
    public async Task An_announced_length_takes_no_memory()
    {
        var content = new TestContent(new TestBody(Bench.Contact));
        content.Headers.ContentLength = long.MaxValue;
        var bench = new Bench(static options => options.MaxResponseBytes = 1 << 30, Answer.Of(200, content));
        await new Bench(Answer.Json(Bench.Contact)).GetAsync();

        var before = GC.GetTotalAllocatedBytes();
        await bench.GetAsync();

        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(64 << 20, "a length is only a promise");
    }

    [Fact]
    public async Task Bodies_are_compared_with_the_limit_after_they_are_decompressed()
    {
        var bomb = Compress(new byte[8 << 20]);
        bomb.Length.Should().BeLessThan(Limit);
        var bench = new Bench(
            static options => options.MaxResponseBytes = Limit,
            Answer.Of(
                200, static () => Content(static bytes => new GZipStream(bytes, CompressionMode.Decompress), Compress(new byte[8 << 20]))));

        await bench.Client.Awaiting(static it => it.ListAsync()).Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Fact]
    public async Task Compressed_data_that_is_none_is_an_answer_that_cannot_be_read()
    {
        byte[] broken = [.. Compress(new byte[100])[..12], 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
        foreach (var decompress in new Func<Stream, Stream>[]
        {
            static bytes => new GZipStream(bytes, CompressionMode.Decompress),
            static bytes => new BrotliStream(bytes, CompressionMode.Decompress),
        })
        {
            var success = new Bench(Answer.Of(200, () => Content(decompress, broken)));
            var failure = new Bench(Answer.Of(404, () => Content(decompress, broken)));
            var export = new Bench(Answer.Of(200, () => Content(decompress, broken)));

            (await success.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsInvalidResponseException>())
                .Which.Attempts.Should().ContainSingle();
            await failure.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsNotFoundException>();
            await export.Client.Awaiting(static it => it.ExportCsvAsync()).Should().ThrowAsync<ContactsInvalidResponseException>();
        }
    }

    [Fact]
    public async Task Data_that_breaks_while_an_export_is_read_is_an_answer_that_cannot_be_read()
    {
        foreach (var fault in new Exception[] { new InvalidDataException("gzip"), new InvalidOperationException("brotli") })
        {
            var bench = new Bench(Answer.Of(200, new TestBody("id\n", fault), "text/csv"));
            await using var export = await bench.Client.ExportCsvAsync();

            await export.Awaiting(static it => it.CopyToAsync(new MemoryStream())).Should().ThrowAsync<ContactsInvalidResponseException>();
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Any_2xx_is_a_success(int status)
    {
        var response = await new Bench(Answer.Json(Bench.Contact, status)).Client.WithResponse.GetAsync("con_1");

        response.Status.Should().Be(status);
        response.Value.Id.Should().Be("con_1");
    }

    [Fact]
    public async Task Nothing_at_all_is_a_success_where_nothing_was_promised_and_no_answer_where_a_contact_was()
    {
        foreach (var status in new[] { 200, 204 })
        {
            var bench = new Bench(Answer.Of(status));

            (await bench.Client.DismissAllNotificationsAsync()).Success.Should().BeTrue();
            await bench.Client.UpdateAsync("con_1", new UpdateContactInput { Name = "New" });
            await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsInvalidResponseException>();
        }
    }

    private static TestContent Content(Func<Stream, Stream> decompress, byte[] bytes) => new(decompress(new TestBody(bytes)));

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
