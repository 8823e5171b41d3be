using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace Contacts.Generated.Tests.Generator;

/// <summary>The templates that the pinned generator ships, out of its own assemblies.</summary>
internal static class UpstreamTemplates
{
    private const string Extension = ".liquid";

    private static readonly string[] _assemblies = ["NSwag.CodeGeneration.CSharp", "NJsonSchema.CodeGeneration.CSharp"];

    /// <summary>The SHA-256 sum of each, by assembly and name: <c>NSwag.CodeGeneration.CSharp/Client.Class</c>.</summary>
    public static IReadOnlyDictionary<string, string> Sums { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var folder = typeof(UpstreamTemplates)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GeneratorFolder").Value!;
        var context = new AssemblyLoadContext(nameof(UpstreamTemplates), isCollectible: true);
        try
        {
            return _assemblies
                .Select(name => context.LoadFromAssemblyPath(Path.Combine(folder, name + ".dll")))
                .SelectMany(assembly => assembly.GetManifestResourceNames()
                    .Where(resource => resource.EndsWith(Extension, StringComparison.Ordinal))
                    .Select(resource => (Name: NameOf(assembly.GetName().Name!, resource), Sum: SumOf(assembly, resource))))
                .ToDictionary(template => template.Name, template => template.Sum);
        }
        finally
        {
            context.Unload();
        }
    }

    private static string NameOf(string assembly, string resource) =>
        assembly + "/" + resource[(assembly + ".Templates.").Length..^Extension.Length];

    private static string SumOf(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
