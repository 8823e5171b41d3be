using System.Reflection;
using System.Runtime.InteropServices;

namespace Contacts.Generated;

/// <summary>The User-Agent: this SDK, its version and the runtime, and nothing about the application.</summary>
internal static class UserAgent
{
    /// <summary>The version without the commit hash that a build may append.</summary>
    public static string Version { get; } =
        (typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1").Split('+')[0];

    public static string Value { get; } = $"Contacts.Generated/{Version} ({RuntimeInformation.FrameworkDescription})";
}
