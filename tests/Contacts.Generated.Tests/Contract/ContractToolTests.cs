using System.Reflection;
using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>Each rule of the contract check, on a contract in which one thing is broken.</summary>
public sealed partial class ContractToolTests
{
    [Fact]
    public void A_good_contract_has_no_findings() =>
        ContractChecker.Check(GoodContract.Path, GoodContract.Text).Should().BeEmpty();

    [Fact]
    public void All_findings_are_reported_in_the_order_of_the_text()
    {
        var text = GoodContract.Text
            .Replace("summary: Gets a thing.", "x-csharp-nam: Fetch", StringComparison.Ordinal)
            .Replace("type: number", "type: nmber", StringComparison.Ordinal)
            .Replace("required: [id]", "required: [nme]", StringComparison.Ordinal);

        var findings = ContractChecker.Check(GoodContract.Path, text);

        findings.Select(finding => finding.Code).Should().Equal("CTR050", "CTR070", "CTR035", "CTR030", "CTR032");
    }

    [Fact]
    public void A_finding_has_the_form_that_MSBuild_reads() =>
        new Finding("a b/c.yaml", new Position(3, 7), "CTR030", "Text.").ToString().Should().Be("a b/c.yaml(3,7): error CTR030: Text.");

    [Fact]
    public void A_finding_stays_on_one_line_whatever_the_contract_holds()
    {
        var broken = BrokenContract.By("type: number", "type: \"nu\\nmber\"");

        broken.Findings.Should().OnlyContain(finding => !finding.ToString().Contains('\n'));
        broken.Findings.Should().Contain(finding => finding.Message.Contains("nu mber"));
    }

    [Fact]
    public void Positions_count_from_one_and_point_at_the_key()
    {
        var findings = BrokenContract.By("openapi: 3.0.3", "openapi: 4.1.0").Findings;

        findings.Should().ContainSingle().Which.Position.Should().Be(new Position(1, 1));
    }

    [Fact]
    public void Every_rule_has_a_code_and_a_summary_of_its_own()
    {
        RuleBook.All.Should().OnlyHaveUniqueItems(rule => rule.Code).And.BeInAscendingOrder(rule => rule.Code, StringComparer.Ordinal);
        RuleBook.All.Should().OnlyHaveUniqueItems(rule => rule.Summary).And.OnlyContain(rule => rule.Summary.EndsWith('.'));
    }

    [Fact]
    public void Every_rule_is_in_the_book()
    {
        var groups = typeof(ContractRule).Assembly.GetTypes()
            .Select(type => type.GetProperty("All", typeof(IReadOnlyList<ContractRule>)))
            .OfType<PropertyInfo>()
            .Select(group => (IReadOnlyList<ContractRule>)group.GetValue(null)!);

        var codes = groups.SelectMany(group => group).Select(rule => rule.Code);
        RuleBook.ContractRules.Select(rule => rule.Code).Should().BeEquivalentTo(codes);
    }
}
