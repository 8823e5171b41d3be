using System.Text.Json.Nodes;

namespace Contacts.Generated.Tests;

/// <summary>What was set is sent, null included; what was never set is not.</summary>
public class UpdateContactInputTests
{
    [Fact]
    public void Nothing_is_set_at_first()
    {
        var input = new UpdateContactInput();

        input.AdditionalProperties.Should().BeEmpty();
        input.Name.Should().BeNull();
        input.Labels.Should().BeNull();
    }

    [Fact]
    public void Every_property_is_one_field_of_the_contract()
    {
        var fields = Contract.Document["components"]!["schemas"]!["UpdateContactInput"]!["properties"]!.AsObject();
        var properties = typeof(UpdateContactInput)
            .GetProperties().Where(property => property.Name != nameof(UpdateContactInput.AdditionalProperties)).ToList();
        properties.Should().HaveCount(fields.Count);

        foreach (var property in properties)
        {
            var input = new UpdateContactInput();
            object value = property.PropertyType == typeof(string) ? "x" : new[] { "x", "y" };
            property.SetValue(input, value);
            var wireName = input.AdditionalProperties.Should().ContainSingle().Which.Key;
            fields.Should().ContainKey(wireName);
            property.GetValue(input).Should().BeEquivalentTo(value);
            input.IsSet(property.Name).Should().BeTrue();
            input.IsSet(wireName).Should().BeTrue();

            property.SetValue(input, null);
            input.IsSet(property.Name).Should().BeTrue("{0} was set, to null", property.Name);
            input.AdditionalProperties[wireName].Should().BeNull();
            input.WithoutNulls().IsSet(wireName).Should().BeFalse();
        }
    }

    [Fact]
    public void IsSet_knows_both_names_and_refuses_none()
    {
        var input = new UpdateContactInput { Phone = "5550100" };
        input.AdditionalProperties["priority"] = null;

        input.IsSet(nameof(UpdateContactInput.Phone)).Should().BeTrue();
        input.IsSet("phone_number").Should().BeTrue();
        input.IsSet("priority").Should().BeTrue();
        input.IsSet("email").Should().BeFalse();
        input.IsSet("").Should().BeFalse();
        input.Invoking(it => it.IsSet(null!)).Should().Throw<ArgumentNullException>().WithParameterName("propertyName");
    }

    [Fact]
    public void WithoutNulls_is_a_copy()
    {
        var input = new UpdateContactInput { Name = "A", Email = null };
        input.AdditionalProperties["object"] = new Dictionary<string, object?> { ["inner"] = null };

        var copy = input.WithoutNulls();
        copy.Name = "B";

        input.Name.Should().Be("A");
        input.IsSet("Email").Should().BeTrue();
        Engine.SystemTextJson.Write(copy).ShouldBeJson("""{"display_name":"B","object":{"inner":null}}""", "a null inside a value is part of that value");
    }

    [Fact]
    public void A_field_that_is_taken_out_is_not_sent()
    {
        var input = new UpdateContactInput { Name = "A", Email = "b" };
        input.AdditionalProperties.Remove("email");

        input.IsSet("Email").Should().BeFalse();
        Engine.Newtonsoft.Write(input).ShouldBeJson("""{"display_name":"A"}""");
    }

    [Fact]
    public void Fields_of_another_dictionary_are_copied()
    {
        var fields = new Dictionary<string, object?> { ["email"] = "a" };
        var input = new UpdateContactInput { AdditionalProperties = fields };
        fields["email"] = "b";

        input.Email.Should().Be("a");
        input.Invoking(it => it.AdditionalProperties = null!).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nulls_and_gaps_reach_the_wire(Engine engine)
    {
        var gateway = new FakeGateway();

        await gateway.Client(engine).UpdateAsync("con_1", new UpdateContactInput { AvatarUrl = null, Remark = "" });

        JsonNode.Parse(gateway.Single.Text)!.AsObject().Should().HaveCount(2);
        gateway.Single.Text.ShouldBeJson("""{"avatar_url":null,"remark":""}""");
    }
}
