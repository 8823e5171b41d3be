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

    [Fact]
    public void An_anchor_is_reported() =>
        BrokenContract.By("description: The id.", "description: &text The id.").IsReported("CTR005", at: "&text", "&text", "$ref");

    [Fact]
    public void An_alias_is_reported_beside_its_anchor()
    {
        var text = BrokenContract.Replace(GoodContract.Text, "description: The id.", "description: &text The id.");
        text = BrokenContract.Replace(text, "description: What it is made of.", "description: *text");

        new BrokenContract(text).Findings.Select(finding => finding.Code).Should().Equal("CTR005", "CTR005");
    }

    [Fact]
    public void A_merge_key_is_reported() =>
        BrokenContract.By("type: number", "<<: { type: number }").IsReported("CTR005", at: "<<", "'<<'", "$ref");

    [Fact]
    public void A_tag_is_reported() =>
        BrokenContract.By("title: Things", "title: !!str Things").IsReported("CTR005", at: "!!str", "tag:yaml.org,2002:str");

    [Fact]
    public void A_key_that_is_no_word_is_reported() =>
        BrokenContract.By("title: Things", "? [a, b]\n  : Things").IsReported("CTR005", at: "[a, b]", "a list");
}
