using System.Xml.Linq;

namespace Contacts.Generated.PackageTests;

/// <summary>The versions that the repository's own projects are built and tested with.</summary>
internal static class CentralVersions
{
    public static IReadOnlyList<XElement> All { get; } =
        [.. XDocument.Load(Path.Combine(BuildFacts.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")];

    public static string Of(string package) =>
        All.Single(version => version.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
}
