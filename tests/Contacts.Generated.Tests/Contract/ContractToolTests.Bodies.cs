namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_request_body_of_several_media_types_is_reported() =>
        BrokenContract.By(
            "            example: { id: t-1 }",
            "            example: { id: t-1 }\n          text/plain:\n            schema: { type: string }\n            example: a")
            .IsReported("CTR040", at: "content", "application/json", "text/plain");

    [Fact]
    public void A_url_encoded_form_is_reported() =>
        BrokenContract.By(
            "          application/json:\n            schema: { $ref: '#/components/schemas/Thing' }\n            example:",
            "          application/x-www-form-urlencoded:\n            schema: { $ref: '#/components/schemas/Thing' }\n"
            + "            example:")
            .IsReported("CTR040", at: "urlencoded", "application/json", "multipart/form-data");

    [Fact]
    public void A_body_that_may_be_left_out_is_reported() =>
        BrokenContract.By("        required: true\n        x-name: input\n", "        x-name: input\n")
            .IsReported("CTR076", at: "requestBody", "POST /things", "'required: true'");

    [Fact]
    public void A_list_of_objects_as_a_body_is_reported() =>
        BrokenContract.By(
                "            schema: { $ref: '#/components/schemas/Thing' }\n            example: { id: t-1 }",
                "            schema: { type: array, items: { $ref: '#/components/schemas/Thing' } }\n            example: [{ id: t-1 }]")
            .IsReported("CTR076", at: "schema:", "POST /things", "put it into an object");

    [Fact]
    public void A_success_without_a_body_and_without_a_type_is_reported() =>
        BrokenContract.By("      x-csharp-type: Thing\n", "").IsReported("CTR075", at: "responses", "POST /things", "x-csharp-type");

    [Fact]
    public void An_operation_without_a_success_response_is_reported() =>
        BrokenContract.By("'204':", "'304':").IsReported("CTR042", at: "responses", "POST /things", "2xx");

    [Fact]
    public void A_success_response_of_several_media_types_is_reported() =>
        BrokenContract.By(
            "                small: { $ref: '#/components/examples/Small' }",
            "                small: { $ref: '#/components/examples/Small' }\n"
            + "            text/csv:\n              schema: { type: string }\n              example: a")
            .IsReported("CTR043", at: "'200'", "application/json", "text/csv");

    [Theory]
    [InlineData("20O")]
    [InlineData("2XX")]
    [InlineData("600")]
    public void A_response_under_no_status_code_is_reported(string status) =>
        BrokenContract.By("        default:\n", $"        {status}:\n").IsReported("CTR044", at: status, $"'{status}'", "POST /things");

    [Fact]
    public void A_media_type_without_an_example_is_reported() =>
        BrokenContract.By("          example: no\n", "")
            .IsReported("CTR045", at: "text/plain", "'text/plain'", "response component 'Refused'");

    [Theory]
    [InlineData("example: { id: t-1 }", "example: [1]", "example", "a list")]
    [InlineData("example: no", "example: 12", "example", "an integer")]
    [InlineData("value: { id: t-1, kind: big }", "value: text", "small", "a string")]
    [InlineData("value: { id: t-1, kind: big }", "value: null", "small", "empty")]
    public void An_example_of_another_type_is_reported(string old, string replacement, string at, string named) =>
        BrokenContract.By(old, replacement).IsReported("CTR046", at: at, "example", named);

    [Fact]
    public void A_missing_summary_is_reported() =>
        BrokenContract.By("      summary: Adds a thing.\n", "").IsReported("CTR050", at: "post:", "POST /things", "summary");

    [Fact]
    public void A_missing_parameter_description_is_reported() =>
        BrokenContract.By("          description: How many parts to return.\n", "")
            .IsReported("CTR051", at: "page_size", "'page_size'", "description");

    [Fact]
    public void A_missing_property_description_is_reported() =>
        BrokenContract.By("          description: The id.\n", "")
            .IsReported("CTR052", at: "id:", "Property 'id' of schema 'Thing'", "description");

    [Fact]
    public void A_property_takes_the_description_of_the_schema_it_points_to() =>
        BrokenContract.By("      description: The kind of a thing.\n", "")
            .Findings.Select(finding => finding.Code).Should().Equal("CTR052", "CTR053");
}
