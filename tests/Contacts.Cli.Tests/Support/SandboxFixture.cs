using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Support;

/// <summary>A sandbox for tests that only read.</summary>
public sealed class SandboxFixture : IDisposable
{
    public ContactsSandbox Sandbox { get; } = ContactsSandbox.Start();

    public void Dispose() => Sandbox.Dispose();
}
