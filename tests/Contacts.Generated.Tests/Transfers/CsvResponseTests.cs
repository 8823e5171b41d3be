using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated.Tests;

public sealed class CsvResponseTests
{
    public static TheoryData<string> CsvTexts => new()
    {
        "id,name\r\n1,Ada\r\n",
        "\"id\",\"name\"\n",
        "\uFEFFid,name\n",
        "\uFEFF",
        "\r\n\r\nid\n",
        ";\n",
        "x",
        "x,y\n",
        "x^2\n",
        "",
        "   \r\n",
        "1,2,{3}",
        "\u00ef,\u9673\n",
    };

    public static TheoryData<string> OtherTexts => new()
    {
        "{\"code\":40003}",
        "[]",
        "<!doctype html><html>",
        " \r\n\t {\"a\":1}",
        "\uFEFF{\"a\":1}",
        "\uFEFF\r\n <html>",
        "<?xml version=\"1.0\"?>",
    };

    [Theory]
    [MemberData(nameof(CsvTexts))]
    public async Task Csv_is_taken_and_no_byte_is_lost(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var maxRead in new[] { 1, 2, 3, 4096 })
        {
            foreach (var type in new[] { "text/csv", "text/csv; charset=utf-8", "text/plain", "application/octet-stream",
                "application/vnd.ms-excel", null })
            {
                using var response = Response(type);
                await using var export = await CsvResponse.ReadAsync(response, Body(bytes, maxRead), default);

                export.Should().NotBeNull("{0} as {1}", text, type);
                export!.ContentType.Should().Be(type);
                (await ReadAllAsync(export.Content)).Should().Equal(bytes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public async Task Json_and_html_are_refused_whatever_type_they_claim_and_stay_readable(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var maxRead in new[] { 1, 2, 4096 })
        {
            foreach (var type in new[] { "text/csv", "text/plain", "application/octet-stream", null })
            {
                using var response = Response(type);
                var body = Body(bytes, maxRead);

                (await CsvResponse.ReadAsync(response, body, default)).Should().BeNull("{0} as {1}", text, type);
                (await ReadAllAsync(body)).Should().Equal(bytes);
            }
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("text/html")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/xml")]
    public async Task An_answer_that_says_it_is_something_else_is_refused_unread(string type)
    {
        using var response = Response(type);
        var inner = new SyntheticStream(10);

        (await CsvResponse.ReadAsync(response, new PeekableStream(inner), default)).Should().BeNull();
        inner.Reads.Should().Be(0);
    }

    [Fact]
    public async Task Utf16_json_and_compressed_bytes_are_refused()
    {
        byte[][] bodies = [Encoding.Unicode.GetPreamble(), Encoding.BigEndianUnicode.GetPreamble()];
        bodies[0] = [.. bodies[0], .. Encoding.Unicode.GetBytes("{}")];
        bodies[1] = [.. bodies[1], .. Encoding.BigEndianUnicode.GetBytes("{}")];
        foreach (var bytes in bodies.Append([0x1F, 0x8B, 8])
            .Append([(byte)'x', 0x01]).Append([(byte)'x', 0x9C, 1]).Append([(byte)'x', 0xDA]))
        {
            foreach (var maxRead in new[] { 1, 4096 })
            {
                using var response = Response("text/csv");
                (await CsvResponse.ReadAsync(response, Body(bytes, maxRead), default)).Should().BeNull();
            }
        }
    }

    [Fact]
    public async Task A_body_that_is_blank_for_long_is_taken()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('\n', 5_000) + "{");
        using var response = Response("text/csv");
        await using var export = await CsvResponse.ReadAsync(response, Body(bytes, 4096), default);

        (await ReadAllAsync(export!.Content)).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("attachment; filename=contacts.csv", "contacts.csv")]
    [InlineData("attachment; filename=\"all contacts.csv\"", "all contacts.csv")]
    [InlineData("attachment; filename=\"old.csv\"; filename*=UTF-8''%E9%99%B3.csv", "\u9673.csv")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:evil.csv\"", "evil.csv")]
    [InlineData("attachment; filename*=UTF-8''..%5C..%5Cevil.csv", "evil.csv")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"folder/\"", null)]
    [InlineData("attachment", null)]
    [InlineData(null, null)]
    public async Task The_suggested_name_is_a_name_and_no_path(string? disposition, string? name)
    {
        using var response = Response("text/csv");
        response.Content.Headers.ContentDisposition = disposition is null ? null : ContentDispositionHeaderValue.Parse(disposition);

        await using var export = await CsvResponse.ReadAsync(response, Body([], 1), default);

        export!.FileName.Should().Be(name);
    }

    [Fact]
    public async Task The_length_is_the_headers_unless_the_body_was_encoded()
    {
        using var plain = Response("text/csv");
        plain.Content.Headers.ContentLength = 10;
        using var encoded = Response("text/csv");
        encoded.Content.Headers.ContentLength = 10;
        encoded.Content.Headers.ContentEncoding.Add("br");

        (await CsvResponse.ReadAsync(plain, Body("id\n"u8.ToArray(), 1), default))!.Length.Should().Be(10);
        (await CsvResponse.ReadAsync(encoded, Body("id\n"u8.ToArray(), 1), default))!.Length.Should().BeNull();
    }

    [Fact]
    public async Task The_response_is_disposed_with_the_export()
    {
        using var response = Response("text/csv");
        var export = await CsvResponse.ReadAsync(response, Body([], 1), default);

        await export!.DisposeAsync();

        var use = () => response.StatusCode = System.Net.HttpStatusCode.OK;
        use.Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task Cancelling_while_waiting_for_the_first_byte_is_heeded()
    {
        using var response = Response("text/csv");
        var read = async () => await CsvResponse.ReadAsync(response, Body([1], 1), new CancellationToken(canceled: true));

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    private static HttpResponseMessage Response(string? type)
    {
        var response = new HttpResponseMessage { Content = new StreamContent(new SyntheticStream(0)) };
        response.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return response;
    }

    private static PeekableStream Body(byte[] bytes, int maxRead) => new(new ChunkedStream(bytes, maxRead));

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private sealed class ChunkedStream(byte[] bytes, int maxRead) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer[..Math.Min(buffer.Length, maxRead)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, maxRead), cancellationToken);
    }
}
