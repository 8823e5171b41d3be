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
            .IsReported("CTR021", at: "partId", "'partId'", "{partId}");

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
    public void Parameters_of_a_path_are_reported() =>
        BrokenContract.By("  /things:\n", "  /things:\n    parameters: []\n")
            .IsReported("CTR024", at: "parameters", "Path '/things'", "each of its operations");

    [Fact]
    public void A_parameter_that_stands_twice_is_reported_at_the_second() =>
        BrokenContract.By(
            "        - $ref: '#/components/parameters/Verbose'",
            "        - { name: page_size, in: query, description: Again., schema: { type: string } }")
            .IsReported("CTR025", at: "Again", "'page_size'", "line of name: page_size");

    [Fact]
    public void A_cookie_is_reported() =>
        BrokenContract.By("      name: verbose\n      in: query", "      name: verbose\n      in: cookie")
            .IsReported("CTR026", at: "in: cookie", "'cookie'", "'Verbose'", "HttpClient");

    [Fact]
    public void An_array_in_the_path_is_reported() =>
        BrokenContract.By(
            "          description: The thing's id.\n          schema: { type: string }",
            "          description: The thing's id.\n          schema: { type: array, items: { type: string } }")
            .IsReported("CTR027", at: "type: array", "'thingId'", "in: query");

    [Fact]
    public void An_object_as_a_parameter_is_reported() =>
        BrokenContract.By("schema: { type: boolean }", "schema: { $ref: '#/components/schemas/Thing' }")
            .IsReported("CTR027", at: "schema:", "'Verbose'", "request body");

    [Fact]
    public void A_parameter_without_a_schema_is_reported() =>
        BrokenContract.By("      schema: { type: boolean }\n", "").IsReported("CTR027", at: "Verbose:", "'schema'");

    [Fact]
    public void A_parameter_with_content_is_reported() =>
        BrokenContract.By("schema: { type: boolean }", "content: {}").IsReported("CTR027", at: "content", "'content'", "'schema'");

    [Theory]
    [InlineData("deepObject")]
    [InlineData("pipeDelimited")]
    public void A_style_that_is_not_the_default_is_reported(string style) =>
        BrokenContract.By("style: form", $"style: {style}").IsReported("CTR028", at: "style", style, "'page_size'", "'form'");
}
