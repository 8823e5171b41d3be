using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Options;

namespace Contacts.Cli.Mappings;

/// <summary>Where mapping files are written, and in which format.</summary>
internal sealed class MappingFolder
{
    private const string WireMockNet = "wiremock.net", WireMock = "wiremock";

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "Whose files to write: WireMock.Net's, or those of WireMock for Java.",
        DefaultValueFactory = static _ => WireMockNet,
    }.OneOf(WireMockNet, WireMock);

    private readonly Option<bool> _force = new("--force") { Description = "Write over files of the same names." };

    public IEnumerable<Option> Options => [_format, _force];

    /// <summary>Refuses a folder in which a file would be written over.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="operations">The operations whose stubs will be written.</param>
    /// <exception cref="UsageException">There is a file of the same name.</exception>
    public void RequireFree(ParseResult parsed, string folder, IEnumerable<string> operations)
    {
        var taken = operations.Select(operation => PathOf(parsed, folder, operation)).FirstOrDefault(File.Exists);
        if (taken is not null && !parsed.GetValue(_force))
        {
            throw new UsageException($"{taken} is there already. Choose another folder, or --force to write over it.");
        }
    }

    /// <summary>Writes a file for each operation.</summary>
    /// <returns>A sentence that says what was written.</returns>
    public async Task<string> WriteAsync(
        ParseResult parsed, string folder, IReadOnlyCollection<Stub> stubs, CancellationToken cancellationToken)
    {
        var files = stubs.GroupBy(static stub => stub.Operation).ToList();
        foreach (var file in files)
        {
            var path = PathOf(parsed, folder, file.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, FormatOf(parsed).Text(file), cancellationToken);
        }

        return $"{Counted(stubs.Count, "mapping")} of {Counted(files.Count, "operation")} {(stubs.Count == 1 ? "is" : "are")} in {folder}.";
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private string PathOf(ParseResult parsed, string folder, string operation) =>
        Path.Combine(folder, FormatOf(parsed).FileOf(operation));

    private MappingFormat FormatOf(ParseResult parsed) =>
        parsed.GetValue(_format) == WireMock ? MappingFormat.WireMock : MappingFormat.WireMockNet;
}
