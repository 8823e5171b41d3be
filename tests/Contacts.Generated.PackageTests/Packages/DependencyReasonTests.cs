using System.Xml.Linq;

namespace Contacts.Generated.PackageTests;

/// <summary>Each version of a package has its reason: why the package is there, or why a lower version will not do.</summary>
public sealed class DependencyReasonTests
{
    [Fact]
    public void Each_package_has_a_reason_right_above_its_version()
    {
        CentralVersions.All.Should().NotBeEmpty();
        WithoutReason(CentralVersions.All).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Contacts.Generated")]
    [InlineData("Contacts.Generated.Testing")]
    [InlineData("Contacts.Generated.Sync")]
    public void Each_lowest_version_has_a_reason_right_above_it(string project)
    {
        var lowest = XDocument.Load(Path.Combine(BuildFacts.RepositoryRoot, "src", project, project + ".csproj"))
            .Descendants("PackageReference").Where(reference => reference.Attribute("VersionOverride") is not null).ToList();

        lowest.Should().NotBeEmpty();
        WithoutReason(lowest).Should().BeEmpty();
    }

    private static IEnumerable<string> WithoutReason(IEnumerable<XElement> versions) => versions
        .Where(version => version.PreviousNode is not XComment reason || reason.Value.Trim().Length <= 10)
        .Select(version => version.Attribute("Include")!.Value);
}
