using System.Globalization;
using System.Text.RegularExpressions;
using Contacts.ContractTool;
using Microsoft.CodeAnalysis;

namespace Contacts.Generated.DocumentTests.Compiling;

/// <summary>What the tool says of a document.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="IsError">Whether no client is made of the document.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Text">All of it, as MSBuild shows it.</param>
internal sealed record ToolFinding(int Line, bool IsError, string Message, string Text);

/// <summary>What has become of a document.</summary>
/// <param name="Findings">What the tool says.</param>
/// <param name="Complaints">What the compiler says against the C#, or the generator against the normalized document.</param>
/// <param name="Source">The generated C#; empty if there is none.</param>
/// <param name="Assembly">The compiled client with the SDK; null if there is none.</param>
internal sealed record GeneratedClient(
    IReadOnlyList<ToolFinding> Findings, IReadOnlyList<string> Complaints, string Source, byte[]? Assembly)
{
    public bool IsRefused => Findings.Any(static finding => finding.IsError);
}

/// <summary>The SDK's source for both targets.</summary>
internal static class Sdks
{
    /// <summary>For .NET 10, which is loaded and called.</summary>
    public static Lazy<SdkSource> Modern { get; } = new(static () => SdkSource.Read("net10.0", runsGenerators: true));

    /// <summary>For .NET Framework, which is only compiled.</summary>
    public static Lazy<SdkSource> NetStandard { get; } = new(static () => SdkSource.Read("netstandard2.0", runsGenerators: false));
}

/// <summary>Turns a document into a compiled client, as the build does, in one process.</summary>
internal static partial class ClientFactory
{
    private const string CallerFile = "caller.cs";

    // Two at a time, whoever asks.
    private static readonly SemaphoreSlim _turns = new(2);

    private static readonly Lazy<string> _sdkFolder = new(CopySdk);

    /// <summary>Makes a client of a document.</summary>
    /// <param name="document">The document's file.</param>
    /// <param name="caller">C# that uses the client; compiled with it.</param>
    public static async Task<GeneratedClient> CreateAsync(string document, string? caller)
    {
        await _turns.WaitAsync();
        var scratch = Directory.CreateTempSubdirectory("contacts-document-");
        try
        {
            return await CreateAsync(document, caller, scratch.FullName);
        }
        finally
        {
            scratch.Delete(recursive: true);
            _turns.Release();
        }
    }

    private static async Task<GeneratedClient> CreateAsync(string document, string? caller, string scratch)
    {
        var normalized = Path.Combine(scratch, "contract.json");
        var findings = Normalize(document, normalized);
        if (findings.Any(static finding => finding.IsError))
        {
            return new(findings, [], "", null);
        }

        string source;
        try
        {
            source = await NSwagGenerator.GenerateAsync(normalized, scratch);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(findings, [$"NSwag failed. {exception.GetBaseException().Message}"], "", null);
        }

        var (assembly, complaints) = Compile(source, caller);
        return new(findings, complaints, source, assembly);
    }

    /// <summary>Runs the tool's command.</summary>
    public static IReadOnlyList<ToolFinding> Normalize(string document, string output)
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = CommandLine.Run(["normalize", document, "--output", output, "--sdk", _sdkFolder.Value], said, error);
        var findings = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FindingOf).ToList();
        return findings.Exists(static finding => finding.IsError) == (code != 0) && error.ToString().Length == 0
            ? findings
            : throw new InvalidOperationException($"The tool ended with {code}. {error}{said}");
    }

    private static ToolFinding FindingOf(string line) => FindingForm().Match(line) is { Success: true } match
        ? new(
            int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["severity"].Value == "error",
            match.Groups["message"].Value,
            line)
        : throw new InvalidOperationException($"The tool printed what is no finding: {line}");

    private static (byte[]? Assembly, IReadOnlyList<string> Complaints) Compile(string source, string? caller)
    {
        (string File, string Text)[] files = caller is null ? [("Contacts.g.cs", source)]
            : [("Contacts.g.cs", source), (CallerFile, caller)];
        using var assembly = new MemoryStream();
        var modern = Sdks.Modern.Value.With(files).Emit(assembly);

        var older = Sdks.NetStandard.Value.With(files[0]);
        var generated = older.GetSemanticModel(older.SyntaxTrees.Single(static tree => tree.FilePath == "Contacts.g.cs"));

        List<string> complaints =
        [
            .. modern.Diagnostics.Where(IsComplaint).Select(static diagnostic => $"net10.0: {Shown(diagnostic)}"),
            .. generated.GetDiagnostics().Where(IsComplaint).Select(static diagnostic => $"netstandard2.0: {Shown(diagnostic)}"),
        ];
        return (modern.Success ? assembly.ToArray() : null, complaints);
    }

    private static bool IsComplaint(Diagnostic diagnostic) =>
        !diagnostic.IsSuppressed
        && (diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath != CallerFile));

    private static string Shown(Diagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)}({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}): "
        + $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} « {LineOf(diagnostic)} »");

    private static string? LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim();

    /// <summary>The SDK's source without <c>Contacts/</c>, whose names are free when that folder is taken away.</summary>
    private static string CopySdk()
    {
        var from = Path.Combine(SdkSource.Repository, "src", "Contacts.Generated");
        var to = Path.Combine(AppContext.BaseDirectory, "sdk");
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("Contacts" or "bin" or "obj"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
                File.Copy(file, Path.Combine(to, relative));
            }
        }

        return to;
    }

    [GeneratedRegex(@"^.*?\((?<line>\d+),\d+\): (?<severity>error|warning) (?<code>\w+): (?<message>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FindingForm();
}
