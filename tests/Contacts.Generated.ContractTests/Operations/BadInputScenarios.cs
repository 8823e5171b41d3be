namespace Contacts.Generated.ContractTests;

/// <summary>Calls that are refused before anything is sent.</summary>
internal static class BadInputScenarios
{
    public static IEnumerable<Scenario> Of(OperationContract contract) =>
        contract.BadInputs().Append(NoTime(contract)).Select(input => new Scenario(input.Name, () => RefuseAsync(contract, input)));

    private static BadInput NoTime(OperationContract contract) =>
        new("a view with no time at all", "options", "*Timeout*", client =>
            contract.CallAsync(client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.Zero })));

    private static async Task RefuseAsync(OperationContract contract, BadInput input)
    {
        var client = contract.Client;
        var sent = contract.Emulator.Requests.Count;

        var call = async () => await input.CallAsync(client);

        (await call.Should().ThrowAsync<ArgumentException>()).WithMessage(input.Message).WithParameterName(input.Parameter);
        contract.Emulator.Requests.Should().HaveCount(sent);
    }
}
