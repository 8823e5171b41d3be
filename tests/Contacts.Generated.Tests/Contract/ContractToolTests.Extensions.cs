namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Theory]
    [InlineData("x-csharp-nam: Weight", "x-csharp-nam", "'x-csharp-name'")]
    [InlineData("x-alias: [w]", "x-alias", "'x-aliases'")]
    [InlineData("x-observd: true", "x-observd", "'x-observed'")]
    public void An_unknown_extension_is_reported_with_the_one_that_was_meant(string line, string key, string meant) =>
        BrokenContract.By("          format: double", $"          format: double\n          {line}")
            .IsReported("CTR070", at: line, $"'{key}'", $"did you mean {meant}");

    [Theory]
    [InlineData("x-csharp-access: private", "'private'", "'internal'")]
    [InlineData("x-csharp-skip: 'yes'", "'x-csharp-skip'", "true or false")]
    [InlineData("x-csharp-type: ''", "'x-csharp-type'", "not empty")]
    public void An_extension_of_another_form_is_reported(string line, string named, string remedy) =>
        BrokenContract.By("          format: double", $"          format: double\n          {line}")
            .IsReported("CTR071", at: line, named, remedy);

    [Theory]
    [InlineData("x-aliases: w")]
    [InlineData("x-aliases: [1]")]
    public void An_extension_that_other_generators_know_too_and_of_another_form_is_reported(string line) =>
        BrokenContract.By("          format: double", $"          format: double\n          {line}")
            .IsReported("CTR077", at: line, "'x-aliases'", "a list of strings");

    [Theory]
    [InlineData("x-aliases: [kind]", "a declared property", "line of         kind:")]
    [InlineData("x-aliases: [x-weight]", "a declared property", "line of x-weight")]
    [InlineData("x-aliases: [_id]", "an alias of 'id'", "line of         id:")]
    [InlineData("x-aliases: [w, w]", "an alias of 'x-weight'", "line of x-weight")]
    public void An_alias_that_belongs_to_another_property_is_reported(string line, string owner, string place) =>
        BrokenContract.By("          format: double", $"          format: double\n          {line}")
            .IsReported("CTR072", at: line, "'x-weight'", owner, place);

    [Theory]
    [InlineData("[Big]", "2 enum values and 1 x-enumNames")]
    [InlineData("[Big, Big]", "'Big' occurs twice")]
    [InlineData("[Big, very small]", "'very small'")]
    [InlineData("[Big, Equals]", "'Equals'")]
    public void Enum_names_that_do_not_fit_the_values_are_reported(string names, string named) =>
        BrokenContract.By("x-enumNames: [Big, Small]", $"x-enumNames: {names}")
            .IsReported("CTR073", at: "x-enumNames", named, "chema 'Kind'");

    [Fact]
    public void Enum_names_without_an_enum_are_reported() =>
        BrokenContract.By("          format: double", "          format: double\n          x-enumNames: [A]")
            .IsReported("CTR073", at: "x-enumNames", "'x-weight'", "no 'enum'");

    [Fact]
    public void Enum_descriptions_that_do_not_fit_the_values_are_reported() =>
        BrokenContract.By("x-enum-descriptions: [Hardly to be lifted., Fits a pocket.]", "x-enum-descriptions: [Big.]")
            .IsReported("CTR074", at: "x-enum-descriptions", "2 enum values and 1 x-enum-descriptions");
}
