namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    private const string ThingAsJson =
        "          application/json:\n            schema: { $ref: '#/components/schemas/Thing' }\n            example:";

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data")]
    public void The_media_types_that_a_body_is_not_sent_as_are_named(string mediaType) =>
        BrokenContract.By(
            "            example: { id: t-1 }",
            $"            example: {{ id: t-1 }}\n          {mediaType}:\n            schema: {{ type: string }}\n            example: a")
            .IsReported("CTR081", at: "content", "application/json", mediaType, "left out");

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/vnd.things.v2+json; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public void An_object_can_be_sent_as_any_of_these(string mediaType) =>
        BrokenContract.By(ThingAsJson, ThingAsJson.Replace("application/json", mediaType)).Findings.Should().BeEmpty();

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/event-stream")]
    public void A_body_that_no_method_can_send_is_refused(string mediaType) =>
        BrokenContract.By(ThingAsJson, ThingAsJson.Replace("application/json", mediaType))
            .IsReported("CTR082", at: "content", "POST /things", mediaType, "application/json");

    [Fact]
    public void A_body_may_be_left_out() =>
        BrokenContract.By("        required: true\n        x-name: input\n", "        x-name: input\n").Findings.Should().BeEmpty();

    [Fact]
    public void A_list_of_objects_can_be_a_body() =>
        BrokenContract.By(
                "            schema: { $ref: '#/components/schemas/Thing' }\n            example: { id: t-1 }",
                "            schema: { type: array, items: { $ref: '#/components/schemas/Thing' } }\n            example: [{ id: t-1 }]")
            .Findings.Should().BeEmpty();

    [Fact]
    public void A_success_without_a_body_is_one() => BrokenContract.By("      x-csharp-type: Thing\n", "").Findings.Should().BeEmpty();

    [Fact]
    public void An_operation_without_a_success_response_is_reported() =>
        BrokenContract.By("'204':\n          description: Added.\n        default:", "'304':\n          description: Same.\n        '404':")
            .IsReported("CTR042", at: "responses", "POST /things", "2xx");

    [Fact]
    public void The_media_types_that_a_response_is_not_asked_for_as_are_named() =>
        BrokenContract.By(
            "                small: { $ref: '#/components/examples/Small' }",
            "                small: { $ref: '#/components/examples/Small' }\n"
            + "            text/csv:\n              schema: { type: string }\n              example: a")
            .IsReported("CTR081", at: "'200'", "application/json", "text/csv");

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/problem+xml")]
    public void A_response_that_no_method_can_return_is_refused(string mediaType) =>
        BrokenContract.By(
            "            application/json:\n              schema: { $ref: '#/components/schemas/Thing' }\n              examples:",
            $"            {mediaType}:\n              schema: {{ $ref: '#/components/schemas/Thing' }}\n              examples:")
            .IsReported("CTR082", at: "'200'", "GET /things/{thingId}", mediaType, "SendAsync");

    [Theory]
    [InlineData("20O")]
    [InlineData("6XX")]
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
