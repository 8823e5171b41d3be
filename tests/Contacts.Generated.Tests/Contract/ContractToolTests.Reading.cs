using System.Globalization;

namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void Text_that_is_no_YAML_is_reported_where_the_parser_stopped() =>
        BrokenContract.By("required: [id]", "required: [id").IsReported("CTR002", at: "required: [id", "not YAML", "bracket");

    [Fact]
    public void A_tab_as_indentation_is_reported() =>
        BrokenContract.By("  title: Things", "\ttitle: Things").IsReported("CTR002", at: "info", "not YAML", "tab");

    [Fact]
    public void Bottomless_nesting_is_reported_and_does_not_end_the_process() =>
        new BrokenContract("openapi: " + new string('[', 50_000)).IsReported("CTR002", at: "[[[", "nested");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# only a comment", "empty")]
    [InlineData("- openapi: 3.0.3", "a list")]
    [InlineData("just text", "a string")]
    [InlineData("---", "empty")]
    public void A_document_that_is_no_mapping_is_reported(string text, string named) =>
        new BrokenContract(text).IsReported("CTR003", at: text, named, "openapi: 3.0.3");

    [Fact]
    public void A_second_document_is_reported() =>
        new BrokenContract(GoodContract.Text + "\n---\nopenapi: 3.0.3\n").IsReported("CTR003", at: "---", "second");

    [Fact]
    public void A_key_that_stands_twice_is_reported_at_the_second() =>
        BrokenContract.By("description: The weight", "type: string\n          description: The weight")
            .IsReported("CTR004", at: "type: string", "'type'", "line of type: number");

    [Theory]
    [InlineData("description: &text The id.", "description: *text")]
    [InlineData("description: &text The id.", "<<: { description: *text }")]
    [InlineData("description: !!str The id.", "description: !!str 12")]
    public void Aliases_merge_keys_and_YAMLs_own_tags_are_written_out(string first, string second)
    {
        var text = BrokenContract.Replace(GoodContract.Text, "description: The id.", first);

        new BrokenContract(BrokenContract.Replace(text, "description: What it is made of.", second)).Findings.Should().BeEmpty();
    }

    [Fact]
    public void An_alias_without_an_anchor_is_reported() =>
        BrokenContract.By("description: The id.", "description: *text").IsReported("CTR005", at: "*text", "*text", "$ref");

    [Fact]
    public void Aliases_that_grow_without_end_are_reported_and_do_not_end_the_process()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(
            level => string.Create(
                CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")));

        new BrokenContract(text).IsReported("CTR002", at: "a6", "aliases repeat");
    }

    [Fact]
    public void A_tag_is_reported() =>
        BrokenContract.By("title: Things", "title: !secret Things").IsReported("CTR005", at: "!secret", "!secret");

    [Fact]
    public void A_key_that_is_no_word_is_reported() =>
        BrokenContract.By("title: Things", "? [a, b]\n  : Things").IsReported("CTR005", at: "[a, b]", "a list");
}
