namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_type_that_does_not_exist_is_reported() =>
        BrokenContract.By("      type: object\n      description: A thing.", "      type: objct\n      description: A thing.")
            .IsReported("CTR030", at: "objct", "'objct'", "Schema 'Thing'", "'object'");

    [Theory]
    [InlineData("schema: { type: boolean }", "schema: { type: strng }")]
    [InlineData("items: { $ref: '#/components/schemas/Thing' }", "items: { type: strng }")]
    [InlineData(
        "description: The id of the call.\n              schema: { type: string }",
        "description: The id of the call.\n              schema: { type: strng }")]
    [InlineData("schema: { type: string }\n          example: no", "schema: { type: strng }\n          example: no")]
    [InlineData("required: [id]", "additionalProperties: { type: strng }")]
    public void A_type_is_checked_wherever_a_schema_stands(string old, string replacement) =>
        BrokenContract.By(old, replacement).IsReported("CTR030", at: "strng", "'strng'", "did you mean 'string'");

    [Fact]
    public void An_array_without_items_is_reported() =>
        BrokenContract.By("          items: { $ref: '#/components/schemas/Thing' }\n", "")
            .IsReported("CTR031", at: "type: array", "'parts'", "items");

    [Theory]
    [InlineData("format: int32", "format: int16", "'int16'", "int64")]
    [InlineData("format: double", "format: uuid", "'uuid'", "double")]
    [InlineData("type: boolean", "type: boolean, format: bit", "'bit'", "leave it out")]
    public void A_format_that_the_generator_does_not_know_is_reported(string old, string replacement, string named, string remedy) =>
        BrokenContract.By(old, replacement).IsReported("CTR032", at: "format", named, remedy);

    [Fact]
    public void A_reference_that_leads_nowhere_is_reported() =>
        BrokenContract.By(
            "kind: { $ref: '#/components/schemas/Kind' }",
            "kind: { $ref: '#/components/schemas/Knd', description: The kind. }")
            .IsReported("CTR033", at: "Knd", "#/components/schemas/Knd", "did you mean 'Kind'");

    [Theory]
    [InlineData("#/components/examples/Small")]
    [InlineData("#/paths/~1things/post")]
    [InlineData("#")]
    public void A_reference_to_something_else_is_reported(string target) =>
        BrokenContract.By("kind: { $ref: '#/components/schemas/Kind' }", $"kind: {{ $ref: '{target}', description: The kind. }}")
            .IsReported("CTR033", at: "kind:", target, "#/components/schemas/");

    [Fact]
    public void References_in_a_circle_are_reported() =>
        BrokenContract.By("    Kind:\n", "    Ring: { $ref: '#/components/schemas/Ring' }\n    Kind:\n")
            .IsReported("CTR039", at: "Ring", "#/components/schemas/Ring", "circle");

    [Theory]
    [InlineData("other.yaml#/Thing", "correct the path")]
    [InlineData("https://things.example/openapi.yaml#/components/schemas/Thing", "beside the contract")]
    public void A_reference_to_a_file_that_is_not_there_is_reported(string target, string remedy) =>
        BrokenContract.By("items: { $ref: '#/components/schemas/Thing' }", $"items: {{ $ref: '{target}' }}")
            .IsReported("CTR034", at: target, target, remedy);

    [Fact]
    public void A_required_name_that_is_no_property_is_reported() =>
        BrokenContract.By("required: [id]", "required: [id, kin]")
            .IsReported("CTR035", at: "kin", "'kin'", "Schema 'Thing'", "did you mean 'kind'");

    [Fact]
    public void A_required_name_that_stands_twice_is_reported() =>
        BrokenContract.By("required: [id]", "required: [id, id]").IsReported("CTR035", at: "required", "'id'", "twice");

    [Theory]
    [InlineData(
        "type: string\n      description: The kind of a thing.",
        "type: number\n      description: The kind of a thing.", "type 'number'")]
    [InlineData("      x-open-enum: true\n", "", "x-open-enum: true")]
    [InlineData("      x-enumNames: [Big, Small]\n", "", "x-enumNames")]
    [InlineData("enum: [big, small]", "enum: [big, 1]", "put it in quotes")]
    [InlineData("enum: [big, small]", "enum: [big, big]", "'big' twice")]
    public void An_enum_that_CSharp_cannot_keep_open_is_reported(string old, string replacement, string named) =>
        BrokenContract.By(old, replacement).IsReported("CTR037", at: "enum", named);

    [Fact]
    public void An_object_without_a_name_is_reported() =>
        BrokenContract.By("items: { $ref: '#/components/schemas/Thing' }", "items: { type: object, properties: {} }")
            .IsReported("CTR038", at: "items", "property 'parts' of schema 'Thing'", "components/schemas");
}
