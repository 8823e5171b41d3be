using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Contacts.ContractTool;

/// <summary>
/// The SDK without <c>Contacts/</c> for one target, exactly as its build compiles it: the compiler's arguments are MSBuild's own. Its files
/// are parsed once and shared by all clients that are compiled with them.
/// </summary>
internal sealed class SdkSource
{
    private const string Project = "Contacts.Generated.csproj";

    private readonly CSharpParseOptions _parsing;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver? _generators;

    private SdkSource(string target, bool runsGenerators)
    {
        var (arguments, nswag) = Ask(target);
        NSwagFolder = nswag;
        _parsing = arguments.ParseOptions;
        var options = arguments.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths))
            .WithCryptoKeyFile(Path.Combine(Repository, "build", "Contacts.Generated.snk"))
            .WithNullableContextOptions(NullableContextOptions.Annotations);
        var references = arguments.MetadataReferences.Select(reference => Path.Combine(Folder, reference.Reference)).ToList();
        Packages = references.Where(static path => !path.Replace('\\', '/').Contains("/packs/", StringComparison.Ordinal))
            .ToDictionary(static path => Path.GetFileNameWithoutExtension(path));
        _compilation = CSharpCompilation.Create(
            "Contacts.Generated",
            arguments.SourceFiles.Select(static file => file.Path).Where(IsNeutral).AsParallel().AsOrdered().Select(Parse),
            references.Select(static path => MetadataReference.CreateFromFile(path)),
            options);
        if (runsGenerators)
        {
            // Run once here, so that for each client only what is new is looked at.
            var generators = arguments.AnalyzerReferences.Select(reference => reference.FilePath).Where(IsGenerator).SelectMany(Generators);
            _generators = CSharpGeneratorDriver.Create(generators, parseOptions: _parsing).RunGenerators(_compilation);
        }
    }

    /// <summary>The folder that holds <c>nswag.json</c>: this tool is built and run in the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">The tool was copied elsewhere.</exception>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of the SDK's source.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "src", "Contacts.Generated");

    /// <summary>The folder of the pinned NSwag.</summary>
    public string NSwagFolder { get; }

    /// <summary>The libraries of packages that the SDK uses, by their names.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; }

    /// <summary>Reads the SDK's source for a target.</summary>
    /// <param name="target">Such as <c>net10.0</c>.</param>
    /// <param name="runsGenerators">
    /// Whether to run the source generators too. Without what they write, the source has its public surface, but cannot be run.
    /// </param>
    /// <exception cref="InvalidOperationException">MSBuild does not tell how the SDK is compiled; it may not be restored.</exception>
    public static SdkSource Read(string target, bool runsGenerators) => new(target, runsGenerators);

    /// <summary>The SDK with a generated client, and what a caller of it says.</summary>
    public CSharpCompilation With(params IEnumerable<(string File, string Text)> sources)
    {
        var compilation = _compilation.AddSyntaxTrees(
            sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), _parsing, source.File)));
        if (_generators is null)
        {
            return compilation;
        }

        _generators.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nswag.json")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The repository was not found: run the tool from where it was built.");
    }

    private static bool IsNeutral(string path)
    {
        var file = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return !file.StartsWith("Contacts/", StringComparison.Ordinal) && !file.StartsWith("obj/Generated/", StringComparison.Ordinal);
    }

    private SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(
        SourceText.From(File.ReadAllText(path), Encoding.UTF8), _parsing.WithDocumentationMode(DocumentationMode.Parse), path);

    // The ones whose output the SDK's code names; the others would find nothing.
    private static bool IsGenerator(string path) => Path.GetFileName(path)
        is "System.Text.Json.SourceGeneration.dll" or "Microsoft.Extensions.Logging.Generators.dll"
            or "System.Text.RegularExpressions.Generator.dll";

    private static IEnumerable<ISourceGenerator> Generators(string path) =>
        new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp);

    /// <summary>Asks MSBuild for the compiler's arguments, as editors do, which generates nothing, and for NSwag's folder.</summary>
    private static (CSharpCommandLineArguments Arguments, string NSwag) Ask(string target)
    {
        var (code, output, errors) = DotNet.Run(
            Folder,
            [
                "msbuild", Project, "-target:ResolveReferences;CoreCompile", "-getItem:CscCommandLineArgs", "-getProperty:NSwagDir_Net100",
                "-nodeReuse:false", $"-property:TargetFramework={target}", "-property:BuildProjectReferences=false",
                "-property:ProvideCommandLineArgs=true", "-property:SkipCompilerExecution=true", "-property:NonExistentFile=never",
                "-property:DesignTimeBuild=true",
            ]);
        if (code != 0)
        {
            throw new InvalidOperationException(
                $"MSBuild does not tell how the SDK is compiled; run 'dotnet restore Contacts.Generated.sln' first. {output}{errors}");
        }

        var told = JsonNode.Parse(output)!;
        var arguments = told["Items"]!["CscCommandLineArgs"]!.AsArray().Select(static item => (string)item!["Identity"]!);
        return (
            CSharpCommandLineParser.Default.Parse(
                arguments, Folder, System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()),
            (string)told["Properties"]!["NSwagDir_Net100"]!);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

/// <summary>Runs the command <c>dotnet</c>.</summary>
internal static class DotNet
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, its output and what it wrote to standard error.</returns>
    public static (int Code, string Output, string Errors) Run(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Set by test hosts and MSBuild for themselves.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
