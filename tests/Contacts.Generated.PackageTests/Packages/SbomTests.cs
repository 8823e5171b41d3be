using System.Security.Cryptography;
using System.Text.Json;

namespace Contacts.Generated.PackageTests;

/// <summary>The bills of materials that a release makes: all that ships, nothing else, and named in the notices.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class SbomTests(PackageFeed feed)
{
    private static readonly string[] _builtOnlyWith =
        ["Contacts.ContractTool", "Microsoft.CodeAnalysis.PublicApiAnalyzers", "NSwag.MSBuild"];

    [Theory]
    [InlineData("Contacts.Generated", "library")]
    [InlineData("Contacts.Generated.Testing", "library")]
    [InlineData("Contacts.Generated.Sync", "library")]
    [InlineData("Contacts.Cli", "application")]
    public void It_is_about_the_package_and_has_all_that_it_depends_on(string project, string kind)
    {
        using var bill = Of(project);
        var subject = bill.Root.GetProperty("metadata").GetProperty("component");

        bill.Root.GetProperty("bomFormat").GetString().Should().Be("CycloneDX");
        subject.GetProperty("purl").GetString().Should().Be($"pkg:nuget/{project}@{PackageFeed.Version}");
        subject.GetProperty("type").GetString().Should().Be(kind);
        var parts = bill.Components.Select(component => $"{component.Id} {component.Version}").ToList();
        feed.Package(project).Dependencies.Select(
            dependency => dependency.Split(": ")[1].Trim('[', ']').Replace("[", "", StringComparison.Ordinal)).Should().BeSubsetOf(parts);
        bill.Components.Select(component => component.Id).Should().NotContain(_builtOnlyWith);
    }

    [Fact]
    public void Each_part_has_a_licence_and_the_hash_of_its_package()
    {
        var notices = Notices();
        foreach (var component in OthersParts)
        {
            var (id, version) = (component.Id.ToLowerInvariant(), component.Version.ToLowerInvariant());
            var package = File.ReadAllBytes(Path.Combine(BuildFacts.PackagesFolder, id, version, $"{id}.{version}.nupkg"));

            // Two packages say nothing of it; it was read by a person where their source is.
            (component.Licence ?? notices.LicenceOf(component.Id)).Should().NotBeNullOrEmpty(component.Id);
            component.Hash.Should().Be(Convert.ToHexString(SHA512.HashData(package)), component.Id);
        }
    }

    [Fact]
    public void The_one_of_the_command_has_each_package_that_the_command_carries()
    {
        using var bill = Of("Contacts.Cli");
        using var carried = JsonDocument.Parse(feed.Package("Contacts.Cli").Entries["tools/net10.0/any/contacts.deps.json"]);

        var libraries = carried.RootElement.GetProperty("libraries")
            .EnumerateObject().Select(library => library.Name).Where(name => !name.StartsWith("contacts/", StringComparison.Ordinal));
        libraries.Should()
            .HaveCountGreaterThan(50).And.BeSubsetOf(bill.Components.Select(component => $"{component.Id}/{component.Version}"));
    }

    [Fact]
    public void The_notices_name_each_part_under_its_licence_and_nothing_that_does_not_ship()
    {
        var notices = Notices();

        OthersParts.Should().AllSatisfy(component => notices.LicenceOf(component.Id).Should().NotBeNull(component.Id));
        // Some packages have only an address in their description; whose text it leads to was read by a person.
        OthersParts.Where(component => component.Licence?.Contains("://") == false).Should().HaveCountGreaterThan(100)
            .And.AllSatisfy(component => notices.LicenceOf(component.Id).Should().Be(component.Licence, component.Id));
        notices.EntriesWithout([.. OthersParts.Select(component => component.Id)]).Should().BeEmpty();
    }

    private ThirdPartyNotices Notices() => new(feed.Package("Contacts.Cli").Text("THIRD-PARTY-NOTICES.txt"));

    // What other people made, of all packages.
    private IReadOnlyList<BillComponent> OthersParts =>
    [
        .. Directory.GetFiles(feed.Repository.File("artifacts", "sbom")).SelectMany(Parts).Distinct()
            .Where(component => !component.Id.StartsWith("Contacts.", StringComparison.Ordinal)),
    ];

    private static IReadOnlyList<BillComponent> Parts(string file)
    {
        using var bill = new BillOfMaterials(file);
        return bill.Components;
    }

    private BillOfMaterials Of(string project) => new(feed.Repository.File("artifacts", "sbom", $"{project}.cdx.json"));
}
