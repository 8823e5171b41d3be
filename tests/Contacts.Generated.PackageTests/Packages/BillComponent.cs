using System.Text.Json;

namespace Contacts.Generated.PackageTests;

/// <param name="Id">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">An SPDX identifier, or the address of a text; none for packages of our own release.</param>
/// <param name="Hash">SHA-512 of the package's file, in hexadecimal; none for packages of our own release.</param>
internal sealed record BillComponent(string Id, string Version, string? Licence, string? Hash)
{
    public static BillComponent Read(JsonElement component) => new(
        component.GetProperty("name").GetString()!,
        component.GetProperty("version").GetString()!,
        component.TryGetProperty("licenses", out var licences) ? LicenceOf(licences[0].GetProperty("license")) : null,
        component.TryGetProperty("hashes", out var hashes) ? hashes[0].GetProperty("content").GetString() : null);

    private static string? LicenceOf(JsonElement licence) =>
        (licence.TryGetProperty("id", out var id) ? id : licence.GetProperty("url")).GetString();
}
