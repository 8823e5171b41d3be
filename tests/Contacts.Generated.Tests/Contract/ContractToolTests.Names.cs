using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
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
    [InlineData("display_name", "DisplayName")]
    [InlineData("has-more", "HasMore")]
    [InlineData("filter[name]", "FilterName")]
    [InlineData("$top", "Top")]
    [InlineData("@type", "Type")]
    [InlineData("1st", "_1st")]
    [InlineData("___", "___")]
    [InlineData("+", "Plus")]
    [InlineData("", "Empty")]
    [InlineData("größe", "Größe")]
    [InlineData("contacts/list", "ContactsList")]
    public void A_name_of_the_wire_becomes_an_identifier(string wire, string name)
    {
        Identifiers.Assign([new WireName(wire)], static _ => false, "Value").Should().Equal(name);
        CSharpNaming.IsIdentifier(name).Should().BeTrue();
    }

    [Theory]
    [InlineData("id,_id", "Id,_Id")]
    [InlineData("name,-name", "Name,MinusName")]
    [InlineData("type,@type", "Type,AtType")]
    [InlineData("pet,Pet", "LowerPet,Pet")]
    [InlineData("a_b,a-b,aB", "A_B,ADashB,AB")]
    [InlineData("a$,a$$,a", "ADollar,ADollarDollar,A")]
    [InlineData("a_b,a_b", "A_B,A_B")]
    [InlineData("+1,-1", "Plus1,Minus1")]
    public void Names_that_would_be_one_are_told_apart_in_any_order(string wire, string expected)
    {
        var names = wire.Split(',').Select(static name => new WireName(name)).ToList();
        var wanted = expected.Split(',').Select(name => expected.Split(',').Count(other => other == name) > 1 ? null : name).ToList();

        var forward = Identifiers.Assign(names, static _ => false, "Value");
        var backward = Identifiers.Assign([.. Enumerable.Reverse(names)], static _ => false, "Value");

        if (wanted.TrueForAll(static name => name is not null))
        {
            forward.Should().Equal(wanted);
            backward.Reverse().Should().Equal(wanted);
        }
        else
        {
            // One of two that cannot be told apart has no name, and the contract must give it one.
            forward.Should().ContainSingle(static name => name == null);
        }
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_suffix_and_a_given_one_does_not()
    {
        var names = Identifiers.Assign([new WireName("equals"), new WireName("x", "Equals")], static name => name == "Equals", "Value");

        names.Should().Equal("EqualsValue", "Equals");
    }
}
