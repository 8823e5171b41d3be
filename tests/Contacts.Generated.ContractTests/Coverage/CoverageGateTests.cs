using System.Reflection;
using Xunit.Abstractions;

namespace Contacts.Generated.ContractTests;

public class CoverageGateTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_operation_of_the_contract_has_its_contract_test()
    {
        var tested = OperationContract.All().Select(type => type.GetCustomAttribute<ContractOfAttribute>()!.Operation);

        tested.Should().BeEquivalentTo(
            ContractDocument.Contacts.Operations.Select(operation => operation.Id),
            "an operation needs a class below {0} with [ContractOf(…)] that derives from {1}",
            "tests/Contacts.Generated.ContractTests/Operations",
            nameof(OperationContract));
    }

    /// <summary>
    /// Runs every scenario of every operation by itself, since xunit has no moment after the last test; so neither the order of
    /// the tests nor a filter changes what it says.
    /// </summary>
    [Fact]
    public async Task Everything_that_the_contract_declares_is_exercised()
    {
        using var fixture = new ContractFixture();
        foreach (var type in OperationContract.All())
        {
            using var contract = OperationContract.Create(type, fixture);
            foreach (var scenario in RequestScenarios.Of(contract).Concat(AnswerScenarios.Of(contract)).Concat(ErrorScenarios.Of(contract)))
            {
                fixture.Reset();
                await scenario.RunAsync();
            }
        }

        var coverage = new ContractCoverage(ContractDocument.Contacts);
        foreach (var exchange in fixture.Recorder.Exchanges)
        {
            coverage.Add(exchange);
        }

        output.WriteLine(
            $"{coverage.Total - coverage.Missing.Count} of {coverage.Total} items of the contract in {fixture.Recorder.Exchanges.Count} "
            + "exchanges");
        coverage.Missing.Should().BeEmpty("traffic must show everything that the contract declares");
    }
}
