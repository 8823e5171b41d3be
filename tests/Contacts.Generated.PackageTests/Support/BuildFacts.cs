using System.Reflection;
using System.Runtime.InteropServices;

namespace Contacts.Generated.PackageTests;

/// <summary>What the build knew about this machine.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Of("RepositoryRoot");

    /// <summary>The pinned generator, as its package has it.</summary>
    public static string NSwagFolder { get; } = Of("NSwagFolder");

    /// <summary>The packages that this machine has already.</summary>
    public static string PackagesFolder { get; } = Of("PackagesFolder");

    /// <summary>The dotnet that runs these tests, which need not be the one that a shell would find.</summary>
    public static string DotNet { get; } = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private static string Of(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
