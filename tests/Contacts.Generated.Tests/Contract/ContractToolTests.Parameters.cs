namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_placeholder_without_a_parameter_is_reported_at_its_operation() =>
        BrokenContract.By("/things/{thingId}:", "/things/{thingId}/{partId}:").IsReported("CTR020", at: "get:", "'partId'", "in: path");

    [Fact]
    public void A_path_parameter_that_is_not_in_the_path_is_reported() =>
        BrokenContract.By(
            "        - $ref: '#/components/parameters/Verbose'",
            "        - { name: partId, in: path, required: true, description: A part., schema: { type: string } }")
            .IsReported("CTR081", at: "partId", "'partId'", "placeholder");

    [Theory]
    [InlineData("")]
    [InlineData("          required: false\n")]
    public void A_path_parameter_that_is_not_required_is_reported(string line) =>
        BrokenContract.By("          required: true\n", line)
            .IsReported("CTR022", at: line.Length == 0 ? "name: thingId" : "required", "'thingId'", "required: true");

    [Fact]
    public void A_placeholder_that_stands_twice_is_reported() =>
        BrokenContract.By("/things/{thingId}:", "/things/{thingId}/{thingId}:")
            .IsReported("CTR023", at: "{thingId}:", "{thingId}", "2 times");

    [Theory]
    [InlineData("/things/{thingId}/{:")]
    [InlineData("/things/{thingId}/}:")]
    [InlineData("/things/{thingId}/{{:")]
    public void A_brace_without_its_partner_is_reported(string path) =>
        BrokenContract.By("/things/{thingId}:", path).IsReported("CTR023", at: path, "brace");

    [Fact]
    public void A_path_without_its_slash_is_reported() =>
        BrokenContract.By("  /things:", "  things:").IsReported("CTR023", at: "things:", "'/things'");

    [Fact]
    public void A_parameter_of_the_path_is_one_of_each_of_its_operations() =>
        BrokenContract.By(
            "  /things/{thingId}:\n",
            "  /things/{partId}/{thingId}:\n    parameters:\n"
            + "      - { name: partId, in: path, required: true, description: A part., schema: { type: string } }\n")
            .Findings.Should().BeEmpty();

    [Fact]
    public void A_parameter_that_stands_twice_is_reported_at_the_second() =>
        BrokenContract.By(
            "        - $ref: '#/components/parameters/Verbose'",
            "        - { name: page_size, in: query, description: Again., schema: { type: string } }")
            .IsReported("CTR025", at: "Again", "'page_size'", "line of name: page_size");

    [Theory]
    [InlineData("Authorization", "credential")]
    [InlineData("accept", "returns")]
    [InlineData("Content-Type", "body")]
    public void A_header_that_the_client_sets_itself_is_left_out(string name, string why) =>
        BrokenContract.By("      name: verbose\n      in: query", $"      name: {name}\n      in: header")
            .IsReported("CTR081", at: "parameters/Verbose", $"'{name}'", why);

    [Fact]
    public void A_place_that_does_not_exist_is_left_out() =>
        BrokenContract.By("      name: verbose\n      in: query", "      name: verbose\n      in: body")
            .IsReported("CTR081", at: "parameters/Verbose", "'verbose'", "left out");

    [Fact]
    public void A_parameter_without_a_schema_is_reported() =>
        BrokenContract.By("      schema: { type: boolean }\n", "").IsReported("CTR027", at: "Verbose:", "'schema'");

    [Theory]
    [InlineData("label")]
    [InlineData("pipe")]
    public void A_style_that_its_place_does_not_have_is_reported(string style) =>
        BrokenContract.By("style: form", $"style: {style}").IsReported("CTR028", at: "style", style, "'page_size'", "form");

    [Theory]
    [InlineData("style: form", "style: deepObject")]
    [InlineData("style: form", "style: pipeDelimited\n          explode: false")]
    [InlineData("schema: { type: boolean }", "schema: { $ref: '#/components/schemas/Thing' }")]
    [InlineData("schema: { type: boolean }", "content: { application/json: { schema: { type: boolean }, example: true } }")]
    [InlineData("      name: verbose\n      in: query", "      name: verbose\n      in: cookie")]
    [InlineData(
        "          description: The thing's id.\n          schema: { type: string }",
        "          description: The thing's id.\n          style: matrix\n          schema: { type: array, items: { type: string } }")]
    public void Every_style_and_place_is_fine(string old, string replacement) =>
        BrokenContract.By(old, replacement).Findings.Should().BeEmpty();
}
