using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>The contract's examples are the data of the whole suite, so they must be true to their schemas.</summary>
public class ContractExamplesTests
{
    [Fact]
    public void Every_example_of_a_body_is_true_to_its_schema()
    {
        var violations = new List<Violation>();
        foreach (var operation in ContractDocument.Contacts.Forms)
        {
            foreach (var media in operation.RequestContent.Concat(operation.Responses.SelectMany(response => response.Content)))
            {
                media.Examples.Should().NotBeEmpty($"{operation.Id} needs an example for each {media.Type}");
                foreach (var example in media.Examples)
                {
                    SchemaRules.Check(
                        media.Schema, JsonSerializer.SerializeToElement(example.Value), "", new Findings(example.Node.Pointer, violations));
                }
            }
        }

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Every_example_of_a_parameter_is_true_to_its_schema()
    {
        var violations = new List<Violation>();
        foreach (var parameter in ContractDocument.Contacts.Operations.SelectMany(operation => operation.Parameters))
        {
            SchemaRules.Check(parameter.Schema, JsonSerializer.SerializeToElement(
                parameter.Node["example"].Value), "", new Findings(parameter.Node.Pointer, violations));
        }

        violations.Should().BeEmpty();
    }
}
