namespace Contacts.Generated.PackageTests;

/// <summary>The tests that share the packed packages; one after another, because each of them keeps the machine busy.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackagesInOrder : ICollectionFixture<PackageFeed>
{
    public const string Name = "Packages";
}
