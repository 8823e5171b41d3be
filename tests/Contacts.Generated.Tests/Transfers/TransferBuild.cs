using System.Reflection;
using System.Runtime.Versioning;

namespace Contacts.Generated.Tests;

/// <summary>Which build of the library runs: a few guarantees need APIs that netstandard2.0 lacks.</summary>
internal static class TransferBuild
{
    internal static bool IsNetStandard { get; } = typeof(TransferProgress).Assembly
        .GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);
}
