using System.Text;

namespace Contacts.Generated.Tests;

public class BodyTextTests
{
    [Fact]
    public void No_bytes_are_no_body() => BodyText.Decode(default, null).Should().BeNull();

    [Fact]
    public void Invalid_bytes_are_replaced() => BodyText.Decode(new byte[] { 0x61, 0xFF, 0x62 }, "utf-8").Should().Be("a\uFFFDb");

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("\"ISO-8859-1\"")]
    public void The_charset_of_the_response_is_used(string charset) => BodyText.Decode(new byte[] { 0xE9 }, charset).Should().Be("é");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    [InlineData("\0\"'")]
    public void Without_a_usable_charset_it_is_UTF_8(string? charset) =>
        BodyText.Decode(Encoding.UTF8.GetBytes("+AGE- é"), charset).Should().Be("+AGE- é");

    [Fact]
    public void A_byte_order_mark_is_no_text() => BodyText.Decode(Encoding.UTF8.GetBytes("\uFEFFa"), null).Should().Be("a");

    [Fact]
    public void A_long_body_is_cut_between_characters_and_says_so()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('a', BodyText.MaxBytes - 1) + "é and more");

        var text = BodyText.Decode(bytes, null)!;

        text.Should().Be(new string('a', BodyText.MaxBytes - 1) + BodyText.CutMark);
    }

    [Fact]
    public void A_body_of_the_limit_is_whole() =>
        BodyText.Decode(new byte[BodyText.MaxBytes], null)!.Length.Should().Be(BodyText.MaxBytes);

    [Fact]
    public void A_body_that_the_reader_cut_says_so() =>
        BodyText.Decode(Encoding.UTF8.GetBytes("abc"), null, truncated: true).Should().Be("abc" + BodyText.CutMark);
}
