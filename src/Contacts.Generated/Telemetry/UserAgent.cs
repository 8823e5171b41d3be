using System.Reflection;
using System.Runtime.InteropServices;

namespace Contacts.Generated;

/// <summary>Who is calling: this SDK, its version and the runtime, and nothing of the application.</summary>
internal static class UserAgent
{
    /// <summary>The version without the commit that a build may append.</summary>
    public static string Version { get; } =
        (typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1").Split('+')[0];

    public static string Value { get; } = $"Contacts.Generated/{Version} ({RuntimeInformation.FrameworkDescription})";
}
