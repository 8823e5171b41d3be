using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Contacts.Generated.ArchitectureTests;

/// <summary>A project as the compiler sees it for .NET 10: its files, generated ones included, and what they refer to.</summary>
internal static class SourceProject
{
    // What the SDK defines for the newest target.
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols:
    [
        "NET", "NET10_0", "NETCOREAPP", "DEBUG", "TRACE", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"),
    ]);

    private static readonly IReadOnlyList<PortableExecutableReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The repository's folder, as the build knew it.</summary>
    public static string Repository { get; } = Fact("RepositoryRoot");

    /// <summary>Compiles a project of the repository, in memory.</summary>
    public static CSharpCompilation Read(string project, Layout layout)
    {
        var folder = Path.Combine(Repository, project);
        var definition = Directory.EnumerateFiles(folder, "*.csproj").Single();
        var name = Path.GetFileNameWithoutExtension(definition);
        var assembly = XDocument.Load(definition).Descendants("AssemblyName").FirstOrDefault(IsForAllTargets)?.Value ?? name;
        var built = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        var usings = $"obj/{Fact("Configuration")}/net10.0/{name}.GlobalUsings.g.cs";

        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(file => file == usings || file.StartsWith("obj/Generated/", StringComparison.Ordinal) || IsSource(file, layout));
        var compilation = Compile(
            assembly,
            files.Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(Path.Combine(folder, file)))),
            _references.Where(reference => reference.FilePath != built));

        // Its friends know it by its key.
        return compilation.WithOptions(
            compilation.Options.WithCryptoPublicKey(AssemblyName.GetAssemblyName(built).GetPublicKey()!.ToImmutableArray()));
    }

    /// <summary>Compiles files that are given with their paths.</summary>
    public static CSharpCompilation Compile(
        string name, IEnumerable<(string Path, string Text)> files, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
            name,
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, _parsing, file.Path)),
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The assemblies beside these tests, and the framework's, whose names begin so.</summary>
    public static IEnumerable<MetadataReference> References(string prefix) =>
        _references.Where(reference => Path.GetFileName(reference.FilePath)!.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsForAllTargets(XElement property) => property.Parent!.Attribute("Condition") is null;

    private static bool IsSource(string file, Layout layout) =>
        !layout.LeftOut.Concat(["bin", "obj"]).Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal));

    private static string Fact(string key) => typeof(SourceProject).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
