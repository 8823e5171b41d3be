using System.Text;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;

namespace Contacts.Cli.Tests.Output;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Jürgen", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("王小明", 6)]
    [InlineData("김은지", 6)]
    [InlineData("สุขสันต์", 5)]
    [InlineData("ｱﾊﾞ", 3)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("❤️", 2)]
    public void A_text_is_as_wide_as_a_terminal_shows_it(string text, int width) => TextWidth.Of(text).Should().Be(width);

    [Theory]
    [InlineData("Anna", 6, "Anna  ")]
    [InlineData("王小明", 8, "王小明  ")]
    [InlineData("王小明", 6, "王小明")]
    [InlineData("王小明", 5, "王小…")]
    [InlineData("王小明", 4, "王… ")]
    [InlineData("abcdef", 3, "ab…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…")]
    public void It_is_cut_between_characters_and_filled_up(string text, int width, string fitted)
    {
        TextWidth.Fit(text, width).Should().Be(fitted);
        TextWidth.Of(fitted).Should().Be(width);
    }

    [Theory]
    [InlineData("\e[31mred\e[0m", "\uFFFD[31mred\uFFFD[0m")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("x\u202ey\u2066z", "xyz")]
    [InlineData("\u009b2J", "\uFFFD2J")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("سعيد", "سعيد")]
    public void What_a_terminal_would_obey_is_taken_out(string text, string safe) => SafeText.Of(text).Should().Be(safe);

    [Fact]
    public async Task A_character_may_come_in_two_parts()
    {
        using var output = new MemoryStream();
        await using var terminal = new TerminalStream(output, SafeText.OfLines);

        foreach (var part in "王\u009b\te\r\n"u8.ToArray())
        {
            await terminal.WriteAsync(new[] { part });
        }

        Encoding.UTF8.GetString(output.ToArray()).Should().Be("王\uFFFD\te\n");
    }
}
