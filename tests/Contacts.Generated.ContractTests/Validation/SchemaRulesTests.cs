using System.Text.Json;

namespace Contacts.Generated.ContractTests;

public class SchemaRulesTests
{
    [Theory]
    [InlineData("{type: string}", "5", "", "/type")]
    [InlineData("{type: integer}", "1.5", "", "/type")]
    [InlineData("{type: boolean}", "\"true\"", "", "/type")]
    [InlineData("{type: string}", "null", "", "/type")]
    [InlineData("{type: object, required: [id], properties: {id: {type: string}}}", "{}", "/id", "/required")]
    [InlineData("{type: object, properties: {a/b: {type: string}}}", """{"a/b":1}""", "/a~1b", "/properties/a~1b/type")]
    [InlineData("{type: object, additionalProperties: false, properties: {id: {type: string}}}", """{"id":"1","more":2}""", "/more", "/additionalProperties")]
    [InlineData("{type: object, properties: {}, additionalProperties: {type: integer}}", """{"more":"x"}""", "/more", "/additionalProperties/type")]
    [InlineData("{type: array, items: {type: integer}}", """[1,"x"]""", "/1", "/items/type")]
    [InlineData("{type: array, items: {type: integer}, minItems: 1}", "[]", "", "/minItems")]
    [InlineData("{type: array, items: {type: integer}, maxItems: 1}", "[1,2]", "", "/maxItems")]
    [InlineData("{type: string, enum: [a, b]}", "\"c\"", "", "/enum")]
    [InlineData("{type: integer, minimum: 1}", "0", "", "/minimum")]
    [InlineData("{type: integer, maximum: 9}", "10", "", "/maximum")]
    [InlineData("{type: integer, format: int32}", "2147483648", "", "/format")]
    [InlineData("{type: string, minLength: 1}", "\"\"", "", "/minLength")]
    [InlineData("{type: string, maxLength: 1}", "\"ab\"", "", "/maxLength")]
    [InlineData("{type: string, pattern: '^a+$'}", "\"ab\"", "", "/pattern")]
    [InlineData("{type: string, format: date-time}", "\"2026-01-02\"", "", "/format")]
    [InlineData("{type: string, format: date-time}", "\"2026-13-02T03:04:05Z\"", "", "/format")]
    public void What_a_schema_does_not_allow_is_reported_with_both_pointers(string schema, string json, string place, string rule)
    {
        var violation = Check(schema, json).Should().ContainSingle().Subject;

        violation.Pointer.Should().Be(place);
        violation.ContractPointer.Should().Be("#/schema" + rule);
    }

    [Theory]
    [InlineData("{type: string, nullable: true}", "null")]
    [InlineData("{description: anything}", "null")]
    [InlineData("{description: anything}", """{"a":[1]}""")]
    [InlineData("{type: integer}", "1.0")]
    [InlineData("{type: object, properties: {id: {type: string}}}", """{"id":"1","more":2}""")]
    [InlineData("{type: object, additionalProperties: true, properties: {id: {type: string}}}", """{"id":"1","more":2}""")]
    [InlineData("{type: string, enum: [a, b], x-open-enum: true}", "\"c\"")]
    [InlineData("{type: integer, enum: [101]}", "101")]
    [InlineData("{type: string, minLength: 1, maxLength: 1}", "\"\\ud83d\\ude00\"")]
    [InlineData("{type: string, format: date-time}", "\"2026-01-02T03:04:05.678+01:00\"")]
    public void What_a_schema_allows_is_not_reported(string schema, string json) => Check(schema, json).Should().BeEmpty();

    [Fact]
    public void A_keyword_that_the_validator_does_not_know_is_never_passed_over()
    {
        var check = () => Check("{type: integer, multipleOf: 2}", "4");

        check.Should().Throw<NotSupportedException>().WithMessage("*multipleOf*#/schema*");
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_noticed_where_no_test_goes()
    {
        var parse = () => ContractDocument.Parse("{security: [], paths: {}, unused: {$ref: '#/components/schemas/Missing'}}");

        parse.Should().Throw<InvalidDataException>().WithMessage("*components*");
    }

    [Fact]
    public void References_are_followed_and_reported_by_their_target()
    {
        var document = ContractDocument.Parse(
            "{paths: {}, components: {schemas: {Id: {type: string}}}, schema: {type: object, properties: {id: {$ref: "
            + "'#/components/schemas/Id'}}}}");

        var violation = Check(document, """{"id":5}""").Should().ContainSingle().Subject;

        violation.Pointer.Should().Be("/id");
        violation.ContractPointer.Should().Be("#/components/schemas/Id/type");
    }

    private static List<Violation> Check(string schema, string json) =>
        Check(ContractDocument.Parse($"{{paths: {{}}, schema: {schema}}}"), json);

    private static List<Violation> Check(ContractDocument document, string json)
    {
        var violations = new List<Violation>();
        using var value = JsonDocument.Parse(json);
        SchemaRules.Check(document.Root["schema"], value.RootElement, "", new Findings("body", violations));
        return violations;
    }
}
