namespace Contacts.Cli.Demo;

/// <summary>One call.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="CallAsync">Makes the call, and says in a few words what came back.</param>
internal sealed record DemoStep(string Operation, Func<CancellationToken, Task<string>> CallAsync);
