namespace Contacts.Generated.Tests;

/// <summary>Turns a test that would hang into one that fails; no test depends on its length.</summary>
internal static class HangGuard
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(5);
}
