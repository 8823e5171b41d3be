using System.Reflection;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

/// <summary>
/// Tests an operation over HTTP, by what the contract says of it. A derived class gives the calls and what they must become;
/// statuses, errors and examples come from the contract.
/// </summary>
public abstract class OperationContract : IClassFixture<ContractFixture>, IDisposable
{
    protected OperationContract(ContractFixture fixture)
    {
        Fixture = fixture;
        fixture.Reset();
        Operation = ContractDocument.Contacts.Operation(GetType().GetCustomAttribute<ContractOfAttribute>()!.Operation);
    }

    internal ContractFixture Fixture { get; }

    internal ContractOperation Operation { get; }

    internal ContactsEmulator Emulator => Fixture.Emulator;

    internal ContactsClient Client => field ??= Fixture.CreateClient();

    /// <summary>The member of an answer that holds the result; null if the answer is the result.</summary>
    internal virtual string? Wrapper => null;

    /// <summary>The operation with arguments that are right, and nothing optional.</summary>
    internal abstract Task<object?> CallAsync(ContactsClient client);

    /// <summary>Calls and their requests: at least one with each parameter that the contract declares.</summary>
    internal abstract IEnumerable<RequestCase> Requests();

    internal abstract IEnumerable<BadInput> BadInputs();

    /// <summary>Sends a named example of the request through the SDK.</summary>
    internal virtual Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        throw new NotSupportedException($"The contract has an example of the request of {Operation.Id}, which its test does not send.");

    [Theory, Scenarios(typeof(RequestScenarios))]
    public Task A_call_becomes_the_request_that_the_contract_declares(string scenario) => RunAsync(RequestScenarios.Of(this), scenario);

    [Theory, Scenarios(typeof(AnswerScenarios))]
    public Task An_example_of_the_answer_is_read_whole_and_written_again(string scenario) => RunAsync(AnswerScenarios.Of(this), scenario);

    [Theory, Scenarios(typeof(ErrorScenarios))]
    public Task A_declared_error_becomes_its_exception(string scenario) => RunAsync(ErrorScenarios.Of(this), scenario);

    [Theory, Scenarios(typeof(BadInputScenarios))]
    public Task Bad_input_is_refused_before_anything_is_sent(string scenario) => RunAsync(BadInputScenarios.Of(this), scenario);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        var shown = Fixture.Leaks.Take();
        if (shown.Count > 0)
        {
            shown.Should().NotContain(
                text => Fixture.Secrets.Any(text.Contains), "no log line, span or exception holds personal data or a credential");
        }

        Fixture.Recorder.TakeViolations().Should().BeEmpty("each request and each answer must be as the contract says");
    }

    internal static OperationContract Create(Type type, ContractFixture fixture) =>
        (OperationContract)Activator.CreateInstance(type, fixture)!;

    internal static IEnumerable<Type> All() =>
        typeof(OperationContract).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ContractOfAttribute>() is not null);

    private static Task RunAsync(IEnumerable<Scenario> scenarios, string name) =>
        scenarios.Single(scenario => scenario.Name == name).RunAsync();
}
