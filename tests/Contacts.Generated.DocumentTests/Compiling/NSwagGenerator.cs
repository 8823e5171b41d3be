using System.Reflection;
using System.Runtime.Loader;
using Contacts.ContractTool;

namespace Contacts.Generated.DocumentTests.Compiling;

/// <summary>NSwag's own runner from the pinned package, in this process, with the repository's settings and templates.</summary>
internal static class NSwagGenerator
{
    private static readonly Lazy<Type> _document = new(
        static () => new ToolContext(Sdks.Modern.Value.NSwagFolder)
            .LoadFromAssemblyName(new AssemblyName("NSwag.Commands")).GetType("NSwag.Commands.NSwagDocument", throwOnError: true)!);

    /// <summary>Generates the client.</summary>
    /// <param name="document">The document's file.</param>
    /// <param name="scratch">A folder for files in between.</param>
    public static async Task<string> GenerateAsync(string document, string scratch)
    {
        var output = Path.Combine(scratch, "Contacts.g.cs");
        var file = Path.Combine(scratch, "nswag.json");
        await File.WriteAllTextAsync(file, ClientGenerator.Settings(document, output));

        dynamic loading = _document.Value.GetMethod("LoadWithTransformationsAsync", [typeof(string), typeof(string)])!
            .Invoke(null, [file, ""])!;
        dynamic loaded = await loading;
        await loaded.ExecuteAsync();
        return await File.ReadAllTextAsync(output);
    }

    /// <summary>The tool's own libraries, also where this process has another version of one.</summary>
    private sealed class ToolContext(string folder) : AssemblyLoadContext("NSwag")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(folder, assemblyName.Name + ".dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
