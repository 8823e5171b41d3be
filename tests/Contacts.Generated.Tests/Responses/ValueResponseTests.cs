using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>How responses are read that have what the contract says, and no envelope.</summary>
public sealed class ValueResponseTests
{
    private const string Json = "application/json";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Single_values_are_read(Engine engine)
    {
        Read(ResponseReader.Value<long>(Json), " 42 ", engine).Should().Be(42);
        Read(ResponseReader.Value<bool>(Json), "true", engine).Should().BeTrue();
        Read(ResponseReader.Value<double>(Json), "1.5", engine).Should().Be(1.5);
        Read(ResponseReader.Value<string>(Json), "\"\"", engine).Should().BeEmpty();
        Read(ResponseReader.Value<string>(Json), "\"[1]\"", engine).Should().Be("[1]");
        Read(ResponseReader.Value<IReadOnlyList<string>>(Json), """["a","b"]""", engine).Should().Equal("a", "b");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Another_value_is_refused(Engine engine)
    {
        Refused(ResponseReader.Value<long>(Json), "{}", engine);
        Refused(ResponseReader.Value<long>(Json), "1,2", engine);
        Refused(ResponseReader.Value<long>(Json), "", engine);
        Refused(ResponseReader.Value<string>(Json), "null", engine);
        Refused(ResponseReader.AnyObject(Json), "[]", engine);
        Refused(ResponseReader.Any(Json), "1 2", engine);
        Refused(ResponseReader.Models<Contact>(Json), "{}", engine);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_model_is_read_as_it_stands_and_out_of_no_envelope(Engine engine)
    {
        Read(ResponseReader.Model<Contact>(Json), """{"id":"con_1","data":{"id":"con_2"}}""", engine).Id.Should().Be("con_1");
        Read(ResponseReader.Models<Contact>(Json), """[{"id":"con_1"},null]""", engine).Select(one => one.Id).Should().Equal("con_1");
        Refused(ResponseReader.Model<Contact>(Json), """{"data":{"id":"con_1"}}""", engine);
        Refused(ResponseReader.Model<Contact>(Json), "", engine);
        Refused(ResponseReader.Models<Contact>(Json), """{"data":[{"id":"con_1"}]}""", engine);
    }

    [Fact]
    public void Any_value_is_read_as_plain_values()
    {
        Read(ResponseReader.Any(Json), """{"a":[1,null]}""").Should().BeEquivalentTo(
            new Dictionary<string, object?> { ["a"] = new List<object?> { 1L, null } });
        Read(ResponseReader.Any(Json), "null").Should().BeNull();
        Read(ResponseReader.AnyObject(Json), """{"a":1}""").Should().ContainKey("a");
        Read(ResponseReader.AnyList(Json), """[1,null]""").Should().Equal(1L, null);
        Read(ResponseReader.AnyObjects(Json), """[{"a":1}]""").Should().ContainSingle().Which.Should().ContainKey("a");
        Refused(ResponseReader.AnyObjects(Json), "[1]");
    }

    [Theory]
    [InlineData("utf-8", "grüße")]
    [InlineData("iso-8859-1", "grüße")]
    [InlineData("utf-16", "grüße")]
    public void A_text_is_read_in_its_encoding(string charset, string text)
    {
        var content = new ByteArrayContent([]);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=" + charset);

        Read(ResponseReader.Text("text/plain"), Encoding.GetEncoding(charset).GetBytes(text), Engine.SystemTextJson, 200, content)
            .Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("<ok/>")]
    public void Nothing_is_read_of_a_success_that_says_nothing(string body) =>
        FluentActions.Invoking(() => Read(ResponseReader.Nothing(), body)).Should().NotThrow();

    [Theory]
    [InlineData("<!DOCTYPE html><p>Sign in")]
    [InlineData("\n <html>")]
    public void A_web_page_is_no_success(string body) => Refused(ResponseReader.Nothing(), body);

    [Fact]
    public void Null_is_what_a_status_without_a_body_means()
    {
        var reader = ResponseReader.OrNull(ResponseReader.Model<Contact>(Json), allowsNull: false, 204);

        Read(reader, "", status: 204).Should().BeNull();
        Read(reader, """{"id":"con_1"}""")!.Id.Should().Be("con_1");
        Refused(reader, "");
        Refused(reader, "null");
    }

    [Fact]
    public void Null_is_what_json_says_where_the_contract_allows_it()
    {
        var reader = ResponseReader.OrNullValue(ResponseReader.Value<bool>(Json), allowsNull: true);

        Read(reader, " null\n").Should().BeNull();
        Read(reader, "false").Should().BeFalse();
        Refused(reader, "");
    }

    [Fact]
    public void The_status_decides_what_comes_back()
    {
        var reader = ResponseReader.ByStatus(
            ResponseReader.Case<string, long>(200, ResponseReader.Value<long>(Json), (status, value) => $"{status} number {value}"),
            ResponseReader.Case<string, bool>(
                2, ResponseReader.Value<bool>("application/vnd.x+json"), (status, value) => $"{status} flag {value}"));

        reader.Accept.Should().Be("application/json, application/vnd.x+json");
        Read(reader, "7").Should().Be("200 number 7");
        Read(reader, "true", status: 202).Should().Be("202 flag True");
    }

    [Fact]
    public void A_status_of_which_the_contract_says_nothing_is_taken_for_no_other()
    {
        var reader = ResponseReader.ByStatus(
            ResponseReader.Case<string, Nothing>(202, ResponseReader.Nothing(), (status, _) => "nothing"),
            ResponseReader.Case<string, long>(200, ResponseReader.Value<long>(Json), (status, value) => "number"));

        Refused(reader, "7", status: 201);
    }

    [Theory]
    [InlineData("image/png", "image/png", true)]
    [InlineData("image/*", "image/png", true)]
    [InlineData("image/png", "application/octet-stream", true)]
    [InlineData("application/octet-stream", "application/json", true)]
    [InlineData("application/json", "application/json", true)]
    [InlineData("image/png", "application/json", false)]
    [InlineData("image/png", "text/html", false)]
    [InlineData("application/pdf", "application/problem+xml", false)]
    public async Task A_page_is_not_the_file_that_was_asked_for(string mediaType, string actual, bool isFile)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", actual);
        response.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"a/b/c.png\"");

        var file = await DownloadContent.ResponseReader(mediaType).OpenAsync(
            response, new PeekableStream(new MemoryStream([1, 2, 3])), default);

        (file is not null).Should().Be(isFile);
        if (file is not null)
        {
            (file.FileName, file.Length, file.ContentType).Should().Be(("c.png", 3L, actual));
        }
    }

    private static T Read<T>(ResponseReader<T> reader, string body, Engine engine = Engine.SystemTextJson, int status = 200) =>
        Read(reader, Encoding.UTF8.GetBytes(body), engine, status, content: null);

    private static T Read<T>(ResponseReader<T> reader, byte[] body, Engine engine, int status, HttpContent? content) =>
        reader.Read(Engines.Of(engine), new ResponseBody(body, status, HttpMethod.Get, default, content));

    private static void Refused<T>(ResponseReader<T> reader, string body, Engine engine = Engine.SystemTextJson, int status = 200) =>
        FluentActions.Invoking(() => Read(reader, body, engine, status)).Should().Throw<Exception>();
}
