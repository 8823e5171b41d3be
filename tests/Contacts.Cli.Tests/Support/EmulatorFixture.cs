using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Support;

/// <summary>An emulator for tests that only read.</summary>
public sealed class EmulatorFixture : IDisposable
{
    public ContactsEmulator Emulator { get; } = ContactsEmulator.Start();

    public void Dispose() => Emulator.Dispose();
}
