namespace Contacts.Generated.PackageTests;

/// <summary>The templates and the pipeline know nothing of contacts: another document, with features that ours lacks, becomes a client too.</summary>
public sealed class ForeignDocumentTests : IDisposable
{
    // What is about contacts: the hand-written halves of their models, the capabilities, and the dialects.
    private static readonly string[] _ofContacts =
    [
        "Models", "Notifications", "ContactsClient.Paging.cs", "ContactsClient.Upload.cs", "ContactsClient.Export.cs", "ContactsClient.Notifications.cs",
        "Dialects/AnswerForm.cs", "Dialects/WebAppDialect.cs", "Dialects/VendorSdkDialect.cs",
    ];

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Another_document_compiles_without_a_warning()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        foreach (var part in _ofContacts)
        {
            Remove(copy.File("src", "Contacts.Generated", part));
        }

        File.Copy(Source("library.yaml"), copy.Contract, overwrite: true);
        File.Copy(Source("PlainDialect.txt"), copy.File("src", "Contacts.Generated", "Dialects", "PlainDialect.cs"));

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

    private static string Source(string name) => Path.Combine(BuildFacts.RepositoryRoot, "tests", "Contacts.Generated.PackageTests", "Foreign", name);

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
