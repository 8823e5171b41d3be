namespace Contacts.Generated.ContractTests;

/// <summary>
/// Something to do with an operation over HTTP, with what must come of it. Shared by the operation's tests and the coverage gate.
/// </summary>
internal sealed record Scenario(string Name, Func<Task> RunAsync);
