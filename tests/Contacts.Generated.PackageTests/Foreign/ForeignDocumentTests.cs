namespace Contacts.Generated.PackageTests;

/// <summary>
/// All that knows of contacts stands in one folder: another document, with features that ours lacks, becomes a client too.
/// </summary>
public sealed class ForeignDocumentTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Another_document_compiles_without_a_warning()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        Directory.Delete(copy.File("src", "Contacts.Generated", "Contacts"), recursive: true);
        File.Copy(Source("library.yaml"), copy.Contract, overwrite: true);

        (await copy.DotNetAsync("build", "src/Contacts.Generated", "--framework", "net10.0", "--verbosity", "quiet")).ShouldSucceed();

        var generated = await File.ReadAllTextAsync(copy.GeneratedFile);
        generated.Should().NotContain("Notification").And.NotContain("class Contact\n");
        generated.Should().ContainAll(
            "GetBookAsync(string shelfId, long @class, string xTraceId, bool deep, ContactsGetBookOptions? options = null,",
            "[Obsolete]",
            "public IReadOnlyList<Node>? Children\n",
            "public IDictionary<string, Node>? ByName\n",
            "public IReadOnlyList<IReadOnlyList<double>>? Matrix\n",
            "new HttpMethod(\"PATCH\")");
    }

    /// <summary>Documents that are otherwise compiled in one process; here the build itself takes one after the other.</summary>
    [Fact]
    public async Task Other_documents_take_its_place_one_after_the_other()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        Directory.Delete(copy.File("src", "Contacts.Generated", "Contacts"), recursive: true);
        foreach (var (file, type) in ((string, string)[])[("bookshop.md", "NewBook"), ("tasks.md", "NewTask")])
        {
            await File.WriteAllTextAsync(copy.Contract, await DocumentAsync(file));

            (await copy.DotNetAsync("build", "src/Contacts.Generated", "--framework", "netstandard2.0", "--verbosity", "quiet"))
                .ShouldSucceed();

            (await File.ReadAllTextAsync(copy.GeneratedFile)).Should().Contain($"partial class {type} ");
        }
    }

    private static string Source(string name) =>
        Path.Combine(BuildFacts.RepositoryRoot, "tests", "Contacts.Generated.PackageTests", "Foreign", name);

    /// <summary>The first block of a file of whole documents.</summary>
    private static async Task<string> DocumentAsync(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(
            BuildFacts.RepositoryRoot, "tests", "Contacts.Generated.DocumentTests", "documents", "whole", file));
        var start = text.IndexOf('\n', text.IndexOf("```yaml", StringComparison.Ordinal)) + 1;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
