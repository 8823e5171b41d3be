using System.Text.Json;

namespace Contacts.Generated.PackageTests;

/// <summary>What a release says that a package of ours consists of.</summary>
internal sealed class BillOfMaterials : IDisposable
{
    private readonly JsonDocument _document;

    public BillOfMaterials(string file) => _document = JsonDocument.Parse(File.ReadAllBytes(file));

    public JsonElement Root => _document.RootElement;

    public IReadOnlyList<BillComponent> Components => [.. Root.GetProperty("components").EnumerateArray().Select(BillComponent.Read)];

    public void Dispose() => _document.Dispose();
}
