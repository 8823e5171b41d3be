using System.Text.Json.Nodes;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

/// <summary>The examples of an operation's success: each is served, read by both libraries, written by both again and compared.</summary>
internal static class AnswerScenarios
{
    public static IEnumerable<Scenario> Of(OperationContract contract) =>
        from media in contract.Operation.Success.Content
        from example in media.Examples
        from newtonsoft in ApplicationJson.Libraries
        select new Scenario($"{example.Name} by {(newtonsoft ? "Newtonsoft.Json" : "System.Text.Json")}", () =>
            ReadAsync(contract, media, example, newtonsoft));

    public static void ShouldBeEqual(JsonNode? actual, JsonNode? expected) =>
        JsonComparison.AreEqual(actual, expected)
            .Should().BeTrue("{0} should say the same as {1}", actual?.ToJsonString(), expected?.ToJsonString());

    private static async Task ReadAsync(OperationContract contract, ContractMedia media, ContractExample example, bool newtonsoft)
    {
        contract.Emulator.FailNext(contract.Operation.Id, EmulatorFault.Status(200, body: example.BodyAs(media.Type)));
        var result = await contract.CallAsync(contract.Fixture.CreateClient(newtonsoft ? ApplicationJson.UseNewtonsoft : null));

        var expected = contract.Wrapper is { } wrapper ? example.Value![wrapper] : example.Value;
        foreach (var library in ApplicationJson.Libraries)
        {
            ShouldBeEqual(ApplicationJson.Write(result, library), expected);
        }
    }
}
