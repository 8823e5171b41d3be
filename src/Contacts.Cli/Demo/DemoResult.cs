namespace Contacts.Cli.Demo;

/// <summary>How a call went.</summary>
internal sealed record DemoResult(string Operation, string Method, string Path, bool Succeeded, string Outcome, TimeSpan Duration);
