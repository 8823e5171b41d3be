using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Contacts.Generated.DocumentTests.Compiling;

/// <summary>
/// The SDK without <c>Contacts/</c> for one target, exactly as its build compiles it: the compiler's arguments are MSBuild's own. Its files
/// are parsed once and shared by all documents.
/// </summary>
internal sealed class SdkProject
{
    private readonly CSharpParseOptions _parsing;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver? _generators;

    private SdkProject(CSharpCommandLineArguments arguments, bool runsGenerators)
    {
        _parsing = arguments.ParseOptions;
        var options = arguments.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths))
            .WithCryptoKeyFile(Path.Combine(Repository, "build", "Contacts.Generated.snk"))
            .WithNullableContextOptions(NullableContextOptions.Annotations);
        var references = arguments.MetadataReferences.Select(reference => Path.Combine(Folder, reference.Reference)).ToList();
        Packages = references.Where(static path => !path.Replace('\\', '/').Contains("/packs/", StringComparison.Ordinal))
            .ToDictionary(static path => Path.GetFileNameWithoutExtension(path));
        _compilation = CSharpCompilation.Create(
            "Contacts.Generated",
            arguments.SourceFiles.Select(file => file.Path).Where(IsNeutral).AsParallel().AsOrdered().Select(Parse),
            references.Select(static path => MetadataReference.CreateFromFile(path)),
            options);
        if (runsGenerators)
        {
            // Run once here, so that for each document only what is new is looked at.
            var generators = arguments.AnalyzerReferences.Select(reference => reference.FilePath).Where(IsGenerator).SelectMany(Generators);
            _generators = CSharpGeneratorDriver.Create(generators, parseOptions: _parsing).RunGenerators(_compilation);
        }
    }

    /// <summary>The SDK for .NET 10, which is loaded and called.</summary>
    public static Lazy<SdkProject> Modern { get; } = new(static () => new(Arguments("net10.0"), runsGenerators: true));

    /// <summary>The SDK for .NET Framework, which is only compiled.</summary>
    public static Lazy<SdkProject> NetStandard { get; } = new(static () => new(Arguments("netstandard2.0"), runsGenerators: false));

    /// <summary>The repository's folder, as the build knew it.</summary>
    public static string Repository { get; } = Fact("RepositoryRoot");

    private static string Folder { get; } = Path.Combine(Repository, "src", "Contacts.Generated");

    /// <summary>The libraries of packages that the SDK uses, by their names.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; }

    /// <summary>The SDK with a generated client, and what a caller of it says.</summary>
    public CSharpCompilation With(params IEnumerable<(string File, string Text)> sources)
    {
        var compilation = _compilation.AddSyntaxTrees(
            sources.Select(source =>
                CSharpSyntaxTree.ParseText(SourceText.From(source.Text, System.Text.Encoding.UTF8), _parsing, source.File)));
        if (_generators is null)
        {
            return compilation;
        }

        _generators.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    /// <summary>A value that the test project's build wrote into its assembly.</summary>
    public static string Fact(string key) => typeof(SdkProject).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    private static bool IsNeutral(string path)
    {
        var file = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return !file.StartsWith("Contacts/", StringComparison.Ordinal) && !file.StartsWith("obj/Generated/", StringComparison.Ordinal);
    }

    private SyntaxTree Parse(string path) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8),
            _parsing.WithDocumentationMode(DocumentationMode.Parse), path);

    // The ones whose output the SDK's code names; the others would find nothing.
    private static bool IsGenerator(string path) => Path.GetFileName(path)
        is "System.Text.Json.SourceGeneration.dll" or "Microsoft.Extensions.Logging.Generators.dll"
            or "System.Text.RegularExpressions.Generator.dll";

    private static IEnumerable<ISourceGenerator> Generators(string path) =>
        new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp);

    /// <summary>Asks MSBuild for the compiler's arguments, as editors do.</summary>
    private static CSharpCommandLineArguments Arguments(string target)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
        [
            "msbuild", "-target:ResolveReferences;CoreCompile", "-getItem:CscCommandLineArgs", "-nodeReuse:false",
            $"-property:TargetFramework={target}", $"-property:Configuration={Fact("Configuration")}",
            "-property:BuildProjectReferences=false", "-property:ProvideCommandLineArgs=true",
            "-property:SkipCompilerExecution=true", "-property:NonExistentFile=never",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        // Set by the test host for itself.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"MSBuild did not tell how it compiles the SDK. {output}{errors.Result}");
        }

        var arguments = JsonNode.Parse(output)!["Items"]!["CscCommandLineArgs"]!.AsArray().Select(item => (string)item!["Identity"]!);
        return CSharpCommandLineParser.Default.Parse(arguments, Folder, RuntimeDirectory);
    }

    private static string RuntimeDirectory => System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
