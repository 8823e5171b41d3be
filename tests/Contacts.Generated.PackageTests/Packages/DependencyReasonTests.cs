using System.Xml.Linq;

namespace Contacts.Generated.PackageTests;

/// <summary>The list of versions says of each package why it is there.</summary>
public sealed class DependencyReasonTests
{
    [Fact]
    public void Each_package_has_a_reason_right_above_its_version()
    {
        var versions = XDocument.Load(Path.Combine(BuildFacts.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion").ToList();

        versions.Should().NotBeEmpty();
        versions.Where(version => !HasReason(version)).Select(version => version.Attribute("Include")!.Value).Should().BeEmpty();
    }

    private static bool HasReason(XElement version) =>
        version.PreviousNode is XComment reason && reason.Value.Trim().Length > 10;
}
