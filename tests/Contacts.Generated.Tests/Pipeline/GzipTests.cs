using System.IO.Compression;
using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Tests;

/// <summary>A part never counts as the whole: compressed answers are read to their trailer.</summary>
public class GzipTests
{
    private static readonly byte[] _contact = Encoding.UTF8.GetBytes(Bench.Contact);

    private static readonly byte[] _table =
        Encoding.UTF8.GetBytes(
            "id,display_name\r\n" + string.Concat(Enumerable.Range(1, 20_000).Select(static row => $"con_{row},Test Person {row}\r\n")));

    /// <summary>Each makes something of whole compressed data that is not whole, or not alone.</summary>
    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "cut in half", static whole => whole[..(whole.Length / 2)] },
        { "without its last byte", static whole => whole[..^1] },
        { "without its size", static whole => whole[..^4] },
        { "without its trailer", static whole => whole[..^8] },
        { "cut in its header", static whole => whole[..9] },
        { "without a byte", static _ => [] },
        { "with another checksum", static whole => With(whole, ^8) },
        { "with another size", static whole => With(whole, ^1) },
        { "with another byte in its data", static whole => With(whole, whole.Length / 2) },
        { "with a byte behind it", static whole => [.. whole, 7] },
        { "with zeros behind it", static whole => [.. whole, .. new byte[16]] },
        { "with text behind it", static whole => [.. whole, .. "con_1,Test Person\r\n"u8] },
        { "with half of another member behind it", static whole => [.. whole, .. whole[..(whole.Length / 2)]] },
        { "with the header of another member behind it", static whole => [.. whole, .. whole[..10]] },
        { "with a damaged member before it", static whole => [.. With(whole, ^8), .. whole] },
        { "of another method", static whole => With(whole, 2) },
        { "with reserved flags", static whole => With(whole, 3, 0x80) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_data_is_no_value(string damage, Func<byte[], byte[]> change)
    {
        foreach (var operation in new Func<ContactsClient, Task>[]
        {
            static client => client.GetAsync("con_1"),
            static client => client.ListAsync(),
            static client => client.GetFilesAsync("con_1"),
            static client => client.UpdateAsync("con_1", new UpdateContactInput { Name = "New" }),
            static client => client.MarkAllNotificationsReadAsync(),
            static client => client.UploadAvatarAsync(Bench.Picture),
        })
        {
            var bench = new Bench(Gzip(change(Compress(_contact))));

            await bench.Client.Awaiting(operation).Should().ThrowAsync<ContactsInvalidResponseException>(damage);
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_data_is_no_file(string damage, Func<byte[], byte[]> change)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("contacts.csv", "of yesterday");
        var bench = new Bench(Gzip(change(Compress(_table)), "text/csv"));

        await bench.Client.Awaiting(it => it.ExportCsvToFileAsync(path)).Should().ThrowAsync<ContactsInvalidResponseException>(damage);

        (await File.ReadAllTextAsync(path)).Should().Be("of yesterday");
    }

    [Fact]
    public async Task Whole_data_is_read_in_one_member_or_in_several_with_any_header()
    {
        var cut = _table.Length / 3;
        foreach (var whole in new byte[][]
        {
            Compress(_table),
            [.. Compress(_table[..cut]), .. Compress(_table[cut..])],
            [.. Compress([]), .. Compress(_table), .. Compress([])],
            [.. _table.Chunk(1000).SelectMany(static part => Compress(part))],
            WithHeaderFields(Compress(_table)),
            Compress(_table, CompressionLevel.NoCompression),
        })
        {
            await using var export = await new Bench(Gzip(whole, "text/csv")).Client.ExportCsvAsync();
            using var copy = new MemoryStream();
            await export.CopyToAsync(copy);

            copy.ToArray().Should().Equal(_table);
            export.Length.Should().BeNull("the header's length is that of the compressed bytes");
        }
    }

    [Fact]
    public void Any_data_in_any_members_read_in_any_pieces_comes_back()
    {
        var part = Gen.Byte.Array[0, 3000];
        Gen.Select(part.Array[1, 4], Gen.Int[1, 700], Gen.Int[1, 900]).Sample(
            (parts, arrives, asks) =>
            {
                using var unpacked = new GzipReadStream(new PieceStream([.. parts.SelectMany(static bytes => Compress(bytes))], arrives));
                ReadAll(unpacked, asks).Should().Equal(parts.SelectMany(static bytes => bytes));
            },
            iter: 300);
    }

    [Fact]
    public void Any_data_cut_anywhere_is_refused()
    {
        Gen.Select(Gen.Byte.Array[0, 2000], Gen.Double[0, 1], Gen.Int[1, 700]).Sample(
            (bytes, at, arrives) =>
            {
                var whole = Compress(bytes);
                using var unpacked = new GzipReadStream(new PieceStream(whole[..(int)(at * (whole.Length - 1))], arrives));
                unpacked.Invoking(static it => ReadAll(it, 500)).Should().Throw<InvalidDataException>();
            },
            iter: 300);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("gzip, gzip")]
    [InlineData("none")]
    public async Task An_encoding_that_nobody_asked_for_is_refused(string encoding)
    {
        foreach (var operation in new Func<ContactsClient, Task>[]
        {
            static client => client.GetAsync("con_1"),
            static client => client.ExportCsvAsync(),
            static client => client.DismissAllNotificationsAsync(),
            static client => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "contacts")),
        })
        {
            var bench = new Bench(Encoded(Encoding.UTF8.GetBytes("id\n1\n"), encoding, "text/csv"));

            (await bench.Client.Awaiting(operation).Should().ThrowAsync<ContactsInvalidResponseException>())
                .Which.Message.Should().Contain("AutomaticDecompression");
        }
    }

    [Fact]
    public async Task An_error_in_an_encoding_that_nobody_asked_for_is_still_that_error()
    {
        var bench = new Bench(Answer.Of(404, static () => Packed([1, 2, 3], "br", "application/json")));

        (await bench.Client.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsNotFoundException>())
            .Which.GetResponseBody().Should().BeNullOrEmpty();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    [InlineData("identity, gzip")]
    public async Task Gzip_is_asked_for_and_unpacked_by_its_names(string encoding)
    {
        string? asked = null;
        var bench = new Bench(Answer.From((request, _) =>
        {
            asked = request.Headers.AcceptEncoding.ToString();
            return Task.FromResult(new HttpResponseMessage { Content = Packed(Compress(_contact), encoding, "application/json") });
        }));

        (await bench.GetAsync()).Id.Should().Be("con_1");
        asked.Should().Be("gzip");
    }

    [Fact]
    public async Task A_part_that_says_so_is_refused()
    {
        foreach (var operation in new Func<ContactsClient, Task>[]
        {
            static client => client.GetAsync("con_1"),
            static client => client.ExportCsvAsync(),
            static client => client.DismissAllNotificationsAsync(),
        })
        {
            var bench = new Bench(Answer.Json(Bench.Contact, 206));

            (await bench.Client.Awaiting(operation).Should().ThrowAsync<ContactsInvalidResponseException>()).Which.Status.Should().Be(206);
        }
    }

    [Fact]
    public async Task A_request_of_ones_own_may_ask_for_a_part_and_gets_it_unpacked()
    {
        var bench = new Bench(Answer.Of(206, static () => Packed(Compress(_contact), "gzip", "application/json")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/con_1") { Headers = { Range = new(0, 9) } };

        using var response = await bench.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).Should().Be(Bench.Contact);
        response.Content.Headers.ContentEncoding.Should().BeEmpty();
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task Handlers_of_the_application_see_answers_unpacked()
    {
        await using var server = new RawServer(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
            + Compress(_contact).Length + "\r\nConnection: close\r\n\r\n" + Encoding.Latin1.GetString(Compress(_contact)));
        var seen = "";
        var services = new ServiceCollection();
        services.AddContactsClient(options => (options.GatewayUrl, options.ApiKey) = (server.Address, "api_test"))
            .AddHttpMessageHandler(() => new Reader(text => seen = text));
        await using var provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<ContactsClient>().GetAsync("con_1")).Id.Should().Be("con_1");
        seen.Should().Be(Bench.Contact);
    }

    private static Answer Gzip(byte[] packed, string mediaType = "application/json") => Encoded(packed, "gzip", mediaType);

    private static Answer Encoded(byte[] packed, string encoding, string mediaType) =>
        Answer.Of(200, () => Packed(packed, encoding, mediaType));

    private static ByteArrayContent Packed(byte[] packed, string encoding, string mediaType)
    {
        var content = new ByteArrayContent(packed);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return content;
    }

    private static byte[] With(byte[] whole, Index at, byte change = 0xFF)
    {
        var changed = (byte[])whole.Clone();
        changed[at] ^= change;
        return changed;
    }

    /// <summary>The same data behind a header with an extra field, a name, a comment and a checksum of the header.</summary>
    private static byte[] WithHeaderFields(byte[] whole) =>
        [.. whole[..3], 0x1E, .. whole[4..10], 3, 0, 1, 2, 3, .. "name\0"u8, .. "comment\0"u8, 0xAB, 0xCD, .. whole[10..]];

    private static byte[] Compress(byte[] bytes) => Compress(bytes, CompressionLevel.Fastest);

    private static byte[] Compress(byte[] bytes, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
        {
            gzip.Write(bytes);
            gzip.Flush();
        }

        // Of nothing the framework makes no member at all.
        return packed.Length > 0 ? packed.ToArray() : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] ReadAll(GzipReadStream stream, int piece)
    {
        using var all = new MemoryStream();
        var buffer = new byte[piece];
        for (int read; (read = stream.Read(buffer, 0, piece)) > 0;)
        {
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>Gives at most so many bytes a read.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(piece, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(piece, count), cancellationToken);
    }

    private sealed class Reader(Action<string> see) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            see(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
