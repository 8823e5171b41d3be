using System.Text;
using CsCheck;

namespace Contacts.Generated.Tests;

public class ErrorBodyTests
{
    [Theory]
    [MemberData(nameof(ErrorShapes.Names), MemberType = typeof(ErrorShapes))]
    public void Message_and_code_are_found_in_every_shape(string name)
    {
        var (_, mediaType, text, message, code) = ErrorShapes.Get(name);

        var body = ErrorBody.Parse(ErrorShapes.Bytes(text), mediaType);

        body.Message.Should().Be(message);
        body.Code.Should().Be(code);
        body.RequestId.Should().BeNull("only a harmless token is taken for an id");
    }

    [Theory]
    [InlineData("""{"request_id":"0b1c-77","message":"x"}""", "0b1c-77")]
    [InlineData("""{"error":{"requestId":"r.1"}}""", "r.1")]
    [InlineData("""{"request_id":{"a":1}}""", null)]
    public void A_harmless_request_id_is_taken(string text, string? expected) =>
        ErrorBody.Parse(ErrorShapes.Bytes(text), "application/json").RequestId.Should().Be(expected);

    [Theory]
    [InlineData("""{"code":-1}""", "-1")]
    [InlineData("""{"code":"a.b-c_9"}""", "a.b-c_9")]
    [InlineData("""{"code":"--"}""", null)]
    [InlineData("""{"code":"two words"}""", null)]
    [InlineData("""{"code":"a@b"}""", null)]
    [InlineData("""{"code":"é"}""", null)]
    [InlineData("""{"code":""}""", null)]
    [InlineData("""{"code":true}""", null)]
    [InlineData("""{"code":{"code":1}}""", null)]
    [InlineData("""{"statusCode":400}""", null)]
    [InlineData("""{"code":9,"error":{"code":8}}""", "9")]
    [InlineData("""{"error":{"code":8},"code":9}""", "9")]
    public void A_code_is_kept_only_if_it_looks_like_one(string text, string? expected) =>
        ErrorBody.Parse(ErrorShapes.Bytes(text), "application/json").Code.Should().Be(expected);

    [Fact]
    public void A_code_has_at_most_64_characters()
    {
        Code(64).Should().HaveLength(64);
        Code(65).Should().BeNull();

        static string? Code(int length) =>
            ErrorBody.Parse(ErrorShapes.Bytes($$"""{"code":"{{new string('c', length)}}"}"""), null).Code;
    }

    [Theory]
    [InlineData("""{"data":{"message":"inner","a":[{"b":{}}],"code":1},"message":"outer"}""", "outer", null)]
    [InlineData("""{"data":[[{"message":"inner"}],{}],"code":2}""", null, "2")]
    [InlineData("""{"code":{"code":{}},"message":{"a":{},"message":"outer"},"title":[{}],"error":{"code":3}}""", "outer", "3")]
    public void What_stands_in_other_members_is_passed_over(string text, string? message, string? code)
    {
        var body = ErrorBody.Parse(ErrorShapes.Bytes(text), "application/json");

        body.Message.Should().Be(message);
        body.Code.Should().Be(code);
    }

    [Fact]
    public void An_errors_list_does_not_hide_the_error() =>
        ErrorBody.Parse(ErrorShapes.Bytes("""{"error":"first","errors":{}}"""), null).Message.Should().Be("first");

    [Fact]
    public void A_long_message_is_cut_between_characters()
    {
        var text = new string('a', ErrorBody.MaxMessageLength - 1) + "😀😀";

        var message = ErrorBody.Parse(ErrorShapes.Bytes(text), "text/plain").Message;

        message.Should().Be(new string('a', ErrorBody.MaxMessageLength - 1) + "…");
    }

    [Fact]
    public void A_huge_body_is_read_as_far_as_it_is_kept()
    {
        var text = """{"message":"early","data":" """ + new string('x', 5_000_000) + """ ","code":"LATE"}""";

        var body = ErrorBody.Parse(ErrorShapes.Bytes(text), "application/json");

        body.Message.Should().Be("early");
        body.Code.Should().BeNull();
    }

    [Fact]
    public void Another_charset_is_understood()
    {
        var bytes = Encoding.Unicode.GetBytes("""{"message":"Zoë"}""");

        ErrorBody.Parse(bytes, "application/json", "utf-16").Message.Should().Be("Zoë");
    }

    [Fact]
    public void Any_bytes_are_read_without_a_fault()
    {
        string?[] charsets = [null, "utf-8", "utf-16", "iso-8859-1", "nonsense"];
        string?[] mediaTypes = [null, "application/json", "text/html", "text/plain", "x"];

        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 4], Gen.Int[0, 4]).Sample((bytes, mediaType, charset) =>
        {
            _ = ErrorBody.Parse(bytes, mediaTypes[mediaType], charsets[charset]);
            _ = BodyText.Decode(bytes, charsets[charset]);
        });
    }

    [Fact]
    public void A_known_body_with_changed_bytes_is_read_without_a_fault()
    {
        var shapes = Gen.Int[0, ErrorShapes.All.Length - 1];

        Gen.Select(shapes, Gen.Int[0, 500], Gen.Byte, Gen.Int[0, 500]).Sample((shape, position, value, length) =>
        {
            var bytes = ErrorShapes.Bytes(ErrorShapes.All[shape].Body);
            if (bytes.Length > 0)
            {
                bytes[position % bytes.Length] = value;
            }

            _ = ErrorBody.Parse(bytes.AsMemory(0, Math.Min(length, bytes.Length)), ErrorShapes.All[shape].MediaType);
        });
    }
}
