using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Contacts.ContractTool;
using Contacts.Generated.DocumentTests.Calling;
using Contacts.Generated.DocumentTests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Contacts.Generated.DocumentTests.Comparing;

/// <summary>
/// Compares what is told of an edit with what its case says, and what is told of C# with what becomes of a caller: whether its source
/// compiles again, and whether its compiled form finds all that it names.
/// </summary>
internal static class EditCheck
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Client>>> _older = new(StringComparer.Ordinal);

    /// <summary>What differs; empty if nothing does.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(Edit edit)
    {
        var older = await _older.GetOrAdd(edit.Before, static text => new(() => MakeAsync(text))).Value;
        var newer = await MakeAsync(edit.After);
        var version = new Version(1, 0, 0);
        var diff = new ContractDiff(version, version,
        [
            .. new ContractComparer(older.Contract.AsWritten, newer.Contract.AsWritten).Compare(),
            .. ClientComparer.Compare(
                (older.Contract.Normalized, older.Compilation), (newer.Contract.Normalized, newer.Compilation)),
        ]);
        var told = Told(diff);
        return
        [
            .. told == edit.Told.Trim() ? [] : (string[])[$"The tool tells:\n{told}"],
            .. edit.Caller is null ? [] : CallerProblems(edit, edit.Caller, older, newer, diff),
        ];
    }

    private static string Told(ContractDiff diff)
    {
        using var output = new StringWriter { NewLine = "\n" };
        DiffReport.Write(output, "older", "newer", diff);
        var lines = output.ToString().Trim().Split('\n');
        return string.Join('\n', lines[1..^1]).Trim();
    }

    private static async Task<Client> MakeAsync(string text)
    {
        var scratch = Directory.CreateTempSubdirectory("contacts-edit-");
        try
        {
            var (file, normalized) = (Path.Combine(scratch.FullName, "contract.yaml"), Path.Combine(scratch.FullName, "contract.json"));
            await File.WriteAllTextAsync(file, text);
            using var said = new StringWriter();
            var contract = ContractChecker.CheckFile(file, said, sdk: SdkNames.Read(SdkSource.Folder))
                ?? throw new InvalidOperationException(said.ToString());
            await File.WriteAllBytesAsync(normalized, JsonText.Write(contract.Normalized));
            var source = await NSwagGenerator.GenerateAsync(normalized, scratch.FullName);
            return new(contract, Sdks.Modern.Value.With(("Contacts.g.cs", source)));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> CallerProblems(Edit edit, string statements, Client older, Client newer, ContractDiff diff)
    {
        var source = CSharpSyntaxTree.ParseText(DocumentCheck.Caller(statements)!);
        var before = Compile(source, older);
        if (Complaints(before) is { Count: > 0 } complaints)
        {
            return [.. complaints.Select(static complaint => $"The caller does not compile before the change: {complaint}")];
        }

        var after = Complaints(Compile(source, newer));
        return
        [
            .. Problem("source", Breaks(diff, ChangeOf.Source), after),
            .. edit.IsOfSource ? [] : Problem(
                "what is compiled", Breaks(diff, ChangeOf.Binary), Missing(Emit(before, new EmitOptions()), newer)),
        ];

        static IEnumerable<string> Problem(string what, bool isTold, IReadOnlyList<string> seen) =>
            isTold == seen.Count > 0 ? []
            : isTold ? [$"The tool tells that the change breaks {what}, and the caller goes on."]
            : seen.Select(one => $"The change breaks {what}: {one}");

        static bool Breaks(ContractDiff diff, ChangeOf of) =>
            diff.Changes.Any(change => change.Kind == ChangeKind.Breaking && change.Of.HasFlag(of) && change.Of != ChangeOf.Api);
    }

    private static CSharpCompilation Compile(SyntaxTree source, Client client) => CSharpCompilation.Create(
        "Caller",
        [source],
        client.Compilation.References.Append(MetadataReference.CreateFromImage(client.Image.Value)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // Many treat a warning as an error; that something is old is no more than a hint.
    private static List<string> Complaints(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(static one => one.Severity >= DiagnosticSeverity.Warning && one.Id is not ("CS0618" or "CS0612" or "CS1701" or "CS1702"))
            .Select(static one => one.ToString()),
    ];

    /// <summary>What a compiled caller names, and a client has not.</summary>
    private static List<string> Missing(byte[] caller, Client client)
    {
        var context = new ClientContext();
        try
        {
            context.LoadFromStream(new MemoryStream(client.Image.Value));
            var module = context.LoadFromStream(new MemoryStream(caller)).ManifestModule;
            using var file = new PEReader(new MemoryStream(caller));
            var metadata = file.GetMetadataReader();
            var missing = new List<string>();
            foreach (var token in metadata.TypeReferences.Select(static type => MetadataTokens.GetToken(type))
                .Concat(metadata.MemberReferences.Select(static member => MetadataTokens.GetToken(member))))
            {
                try
                {
                    // Of the case's own generic helper, any type will do.
                    _ = module.ResolveMember(token, [typeof(object)], [typeof(object)]);
                }
                catch (Exception exception) when (exception is TypeLoadException or MissingMemberException)
                {
                    missing.Add(exception.Message);
                }
            }

            return missing;
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[] Emit(Compilation compilation, EmitOptions options)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: options);
        return result.Success ? image.ToArray() : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private sealed record Client(CheckedContract Contract, Compilation Compilation)
    {
        /// <summary>What callers are compiled with: all that has a name, and no code.</summary>
        public Lazy<byte[]> Image { get; } = new(() => Emit(Compilation, new EmitOptions(metadataOnly: true)));
    }
}
