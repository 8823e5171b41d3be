namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Theory]
    [InlineData("Id")]
    [InlineData("_id_")]
    public void Two_properties_of_one_CSharp_name_are_reported(string name) =>
        BrokenContract.By("        x-weight:", $"        {name}:")
            .IsReported("CTR060", at: $"{name}:", $"'{name}'", "'Id'", "'id'", "line of         id:", "x-csharp-name");

    [Fact]
    public void A_property_given_the_CSharp_name_of_another_is_reported() =>
        BrokenContract.By("          format: double", "          format: double\n          x-csharp-name: Parts")
            .IsReported("CTR060", at: "parts:", "'x-weight'", "'Parts'");

    [Fact]
    public void Two_parameters_of_one_CSharp_name_are_reported() =>
        BrokenContract.By("name: verbose\n      in: query", "name: thing_id\n      in: header")
            .IsReported("CTR061", at: "parameters/Verbose", "'thing_id'", "'ThingId'", "'thingId'", "line of name: thingId");

    [Fact]
    public void A_body_called_like_a_required_parameter_is_reported() =>
        BrokenContract.By(
            "      requestBody:\n        required: true\n        x-name: input",
            "      parameters:\n        - { name: input, in: query, required: true, description: An input., schema: { type: string } }\n"
            + "      requestBody:\n        required: true\n        x-name: input")
            .IsReported("CTR061", at: "x-name", "'input'", "line of name: input, in: query");

    [Fact]
    public void Two_schemas_of_one_CSharp_name_are_reported() =>
        BrokenContract.By("    Kind:\n", "    thing: { type: string, description: Another. }\n    Kind:\n")
            .IsReported("CTR062", at: "thing:", "'Thing'", "line of     Thing:");

    [Fact]
    public void A_property_called_like_its_class_is_reported() =>
        BrokenContract.By("        x-weight:", "        thing:").IsReported("CTR063", at: "thing:", "'thing'", "'Thing'", "'ThingValue'");

    [Fact]
    public void A_schema_that_does_not_become_a_class_may_use_any_names_at_any_depth()
    {
        var text = BrokenContract.Replace(GoodContract.Text, "        x-weight:", "        thing:");
        text = BrokenContract.Replace(text, "      description: A thing.", "      description: A thing.\n      x-csharp-skip: true");
        text = BrokenContract.Replace(
            text,
            "items: { $ref: '#/components/schemas/Thing' }",
            "items: { type: object, properties: { equals: { type: string, description: Inner. } } }");

        new BrokenContract(text).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("equals", "Equals")]
    [InlineData("get_type", "GetType")]
    [InlineData("toString", "ToString")]
    [InlineData("additional-properties", "AdditionalProperties")]
    public void A_property_called_like_a_member_of_every_model_is_reported(string name, string named) =>
        BrokenContract.By("        x-weight:", $"        {name}:").IsReported("CTR064", at: name, $"'{name}'", $"'{named}'", "every model");

    [Fact]
    public void A_required_parameter_called_like_one_of_every_method_is_reported() =>
        BrokenContract.By(
                "        - name: page_size\n          in: query",
                "        - name: options\n          required: true\n          in: query")
            .IsReported("CTR064", at: "options", "'Options'", "every method");

    [Fact]
    public void A_parameter_called_like_a_member_of_every_options_class_is_reported() =>
        BrokenContract.By("name: page_size", "name: equals").IsReported("CTR064", at: "equals", "'Equals'", "every options class");

    [Theory]
    [InlineData("x-csharp-name: 2nd", "2nd")]
    [InlineData("x-csharp-name: class", "class")]
    [InlineData("x-csharp-name: a b", "a b")]
    public void A_CSharp_name_that_is_no_identifier_is_reported(string line, string named) =>
        BrokenContract.By("          format: double", $"          format: double\n          {line}")
            .IsReported("CTR065", at: line, $"'{named}'", "property 'x-weight' of schema 'Thing'");

    [Fact]
    public void A_body_name_that_is_no_identifier_is_reported() =>
        BrokenContract.By("x-name: input", "x-name: in").IsReported("CTR065", at: "x-name", "'in'");

    [Theory]
    [InlineData("Big.Thing", "'BigThing'")]
    [InlineData("a-thing", "'AThing'")]
    public void A_schema_name_that_is_no_identifier_is_reported(string name, string suggested) =>
        BrokenContract.By("    Kind:\n", $"    {name}: {{ type: string, description: Another. }}\n    Kind:\n")
            .IsReported("CTR066", at: name, $"'{name}'", suggested);

    [Fact]
    public void A_schema_called_like_a_hand_written_type_is_reported() =>
        new BrokenContract(GoodContract.Text, "Kind", "Other").IsReported("CTR067", at: "Kind:", "Schema 'Kind'", "hand-written");

    [Theory]
    [InlineData("1st")]
    [InlineData("'@type'")]
    [InlineData("___")]
    public void A_property_that_gives_no_CSharp_name_is_reported(string name) =>
        BrokenContract.By("        x-weight:", $"        {name}:").IsReported("CTR068", at: name, name.Trim('\''), "x-csharp-name");

    [Fact]
    public void A_parameter_that_gives_no_CSharp_name_is_reported() =>
        BrokenContract.By("name: page_size", "name: page[size]").IsReported("CTR068", at: "page[size]", "'page[size]'", "x-csharp-name");
}
