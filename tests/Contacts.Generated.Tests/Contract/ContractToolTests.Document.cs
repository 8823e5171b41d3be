namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Theory]
    [InlineData("4.0.0")]
    [InlineData("2.0")]
    [InlineData("3.3.0")]
    public void Another_OpenAPI_version_is_reported(string version) =>
        BrokenContract.By("openapi: 3.0.3", $"openapi: '{version}'").IsReported("CTR006", at: "openapi", version, "3.0.3");

    [Theory]
    [InlineData("name: settings\nitems: [1]", "name: settings", "'openapi: 3.0.3'")]
    [InlineData("openapi:\ninfo: {}", "openapi:", "'openapi: 3.0.3'")]
    [InlineData("openapi: [3]\npaths: {}", "openapi: [3]", "'openapi: 3.0.3'")]
    [InlineData("swagger: '1.2'\napis: []", "swagger", "'swagger: 1.2'")]
    [InlineData("asyncapi: 3.0.0\ninfo: { title: a }", "asyncapi", "'openapi: 3.0.3'")]
    public void A_document_of_another_kind_is_reported_once(string text, string at, string named) =>
        new BrokenContract(text).IsReported("CTR006", at: at, named);

    [Fact]
    public void A_value_of_another_form_is_reported() =>
        BrokenContract.By("required: [id]", "required: true")
            .IsReported("CTR013", at: "required: true", "'required'", "schema 'Thing'", "a list of strings");

    [Fact]
    public void An_empty_value_is_reported() =>
        BrokenContract.By("operationId: getThing", "operationId: getThing\n      tags:")
            .IsReported("CTR013", at: "tags", "'tags'", "GET /things/{thingId}", "empty");

    [Fact]
    public void A_list_item_of_another_form_is_reported_at_the_item() =>
        BrokenContract.By("- $ref: '#/components/parameters/Verbose'", "- Verbose")
            .IsReported("CTR007", at: "- Verbose", "parameters[2]", "a mapping");

    [Fact]
    public void A_misspelt_key_is_reported_with_the_one_that_was_meant() =>
        BrokenContract.By("format: double", "fromat: double").IsReported("CTR008", at: "fromat", "'fromat'", "did you mean 'format'");

    [Fact]
    public void A_missing_key_is_reported_at_its_object() =>
        BrokenContract.By("          description: Added.", "          x-observed: true")
            .IsReported("CTR014", at: "'204'", "Response 204 of POST /things", "'description'");

    [Fact]
    public void A_document_without_paths_is_reported() =>
        new BrokenContract("openapi: 3.0.3\ninfo: { title: a, version: 1.0.0 }").IsReported("CTR083", at: "openapi", "'paths'");
}
