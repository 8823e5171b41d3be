using System.Globalization;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

/// <summary>The statuses that an operation declares beside its success, each with each of its examples as the body.</summary>
internal static class ErrorScenarios
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(30);

    public static IEnumerable<Scenario> Of(OperationContract contract) =>
        from response in contract.Operation.Responses
        where !response.IsSuccess
        from media in response.Content
        from example in media.Examples
        from status in StatusesOf(response, media)
        select new Scenario($"{status} with {example.Name}", () =>
            FailAsync(contract, response, status, example.BodyAs(media.Type), ErrorExample.Of(status, example)));

    private static int[] StatusesOf(ContractResponse response, ContractMedia media) => (response.Status, media.Type) switch
    {
        ("5XX", "application/json") => [500, 503],
        ("5XX", "text/plain") => [504],
        ("5XX", _) => [502],
        var (status, _) => [int.Parse(status, CultureInfo.InvariantCulture)],
    };

    private static async Task FailAsync(
        OperationContract contract, ContractResponse response, int status, string body, ErrorExample expected)
    {
        // Twice, since the dismissal has another form to fall back on; what is left over goes with the reset.
        TimeSpan? retryAfter = response.Headers.ContainsKey("Retry-After") ? _retryAfter : null;
        contract.Emulator.FailNext(contract.Operation.Id, EmulatorFault.Status(status, retryAfter, body), times: 2);

        // A client of its own: one that was refused with 429 holds its next call back.
        var client = contract.Fixture.CreateClient();

        var call = async () => await contract.CallAsync(client);

        var exception = (await call.Should().ThrowAsync<ContactsApiException>()).Which;
        exception.Should().BeOfType(expected.Class);
        exception.Status.Should().Be(status);
        exception.Code.Should().Be(expected.Code);
        exception.GetServerMessage().Should().Be(expected.Message);
        exception.GetResponseBody().Should().Be(body);
        exception.RetryAfter.Should().Be(retryAfter);
        exception.RequestId.Should().Be(FirstSentBy(contract).RequestHeaders["x-request-id"]);
        exception.Attempts[0].Status.Should().Be(status);
        contract.Fixture.Reset();
    }

    private static RecordedExchange FirstSentBy(OperationContract contract)
    {
        var count = contract.Emulator.Requests.Count(request => request.Operation == contract.Operation.Id);
        return contract.Fixture.Recorder.Exchanges[^count];
    }
}
