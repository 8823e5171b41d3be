using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Contacts.Generated.PackageTests;

/// <summary>What a user downloads.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    private const string Sdk = "Contacts.Generated";
    private const string Testing = "Contacts.Generated.Testing";
    private const string Sync = "Contacts.Generated.Sync";
    private const string Cli = "Contacts.Cli";

    [Theory]
    [InlineData(Sdk)]
    [InlineData(Testing)]
    [InlineData(Sync)]
    [InlineData(Cli)]
    public void A_package_says_what_it_is_and_under_which_terms(string project)
    {
        var package = feed.Package(project);

        package.Element("id").Should().Be(project);
        package.Element("version").Should().Be(PackageFeed.Version);
        package.Element("license").Should().Be("MIT");
        package.Find("license")!.Attribute("type")!.Value.Should().Be("expression");
        package.Element("description").Should().NotBeNullOrWhiteSpace();
        package.Element("tags").Should().Contain("contacts");
        package.Find("repository")!.Attribute("type")!.Value.Should().Be("git");
        package.Find("repository")!.Attribute("commit")!.Value.Should().MatchRegex("^[0-9a-f]{40}$");
        package.Text("THIRD-PARTY-NOTICES.txt").Should().Contain("Newtonsoft.Json");
        package.Entries[package.Element("icon")!].Should().HaveCountLessThan(10_000).And.StartWith([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Theory]
    [InlineData(Sdk, "README.md")]
    [InlineData(Testing, "src/Contacts.Generated.Testing/README.md")]
    [InlineData(Sync, "src/Contacts.Generated.Sync/README.md")]
    [InlineData(Cli, "src/Contacts.Cli/README.md")]
    public async Task A_package_shows_its_README_without_links_that_lead_nowhere(string project, string file)
    {
        var package = feed.Package(project);
        var written = await File.ReadAllTextAsync(Path.Combine(BuildFacts.RepositoryRoot, file));

        package.Find("projectUrl").Should().BeNull("the repository's address is not known yet, and none is made up");
        package.Text(package.Element("readme")!).TrimEnd().Should().Be(
            Regex.Replace(written, @"\[([^\]]+)\]\((?!https?:|#)[^)]+\)", "$1").TrimEnd());
    }

    [Fact]
    public async Task Links_lead_to_the_repository_once_its_address_is_known()
    {
        using var scratch = new ScratchFolder();
        var shown = scratch.File("README.md");

        var run = await Command.RunAsync(BuildFacts.RepositoryRoot, new Dictionary<string, string>(), BuildFacts.DotNet, "msbuild",
            "src/Contacts.Generated", "-target:WriteReadme", "-property:TargetFramework=net10.0", $"-property:PackedReadme={shown}",
            "-property:ContactsRepositoryUrl=https://git.example/owner/name");

        run.ShouldSucceed();
        (await File.ReadAllTextAsync(shown)).Should()
            .Contain("](https://git.example/owner/name/blob/main/CONTRIBUTING.md)").And.NotMatchRegex(@"\]\((?!https?:|#)");
    }

    [Theory]
    [InlineData(Sdk, "netstandard2.0", "net8.0", "net10.0")]
    [InlineData(Testing, "net8.0", "net10.0")]
    [InlineData(Sync, "net8.0", "net10.0")]
    public void A_library_has_documentation_and_symbols_for_each_target_and_nothing_else(string project, params string[] targets)
    {
        var package = feed.Package(project);
        var symbols = feed.Symbols(project);

        package.Entries.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Should()
            .BeEquivalentTo(targets.SelectMany(target => new[] { $"lib/{target}/{project}.dll", $"lib/{target}/{project}.xml" }));
        package.Entries.Keys.Where(name => name.StartsWith("build", StringComparison.Ordinal)).Should().BeEquivalentTo(
            project == Sdk ? ["buildTransitive/Contacts.Generated.targets"] : Array.Empty<string>());
        package.Entries.Keys.Should().NotContain(name => name.StartsWith("content", StringComparison.Ordinal));
        symbols.Entries.Keys.Where(name => name.EndsWith(".pdb", StringComparison.Ordinal)).Should()
            .BeEquivalentTo(targets.Select(target => $"lib/{target}/{project}.pdb"));
    }

    [Theory]
    [InlineData(Sdk)]
    [InlineData(Testing)]
    [InlineData(Sync)]
    public async Task A_library_is_validated_when_it_is_packed(string project)
    {
        var property = await feed.Repository.DotNetAsync("msbuild", $"src/{project}", "-getProperty:EnablePackageValidation");

        property.ShouldSucceed().Lines.Should().Equal("true");
    }

    [Fact]
    public void The_SDK_brings_the_schema_by_which_editors_complete_appsettings()
    {
        var package = feed.Package(Sdk);

        package.Text("buildTransitive/Contacts.Generated.targets")
            .Should().Contain("$(MSBuildThisFileDirectory)../ConfigurationSchema.json");
        package.Text("ConfigurationSchema.json").Should().Contain("\"GatewayUrl\"");
    }

    [Fact]
    public void The_SDK_asks_for_the_lowest_versions_that_it_needs_and_brings_nothing_of_its_build()
    {
        var package = feed.Package(Sdk);

        string[] everywhere =
        [
            "Microsoft.Extensions.Http 8.0.0", "Newtonsoft.Json 13.0.1", "System.IO.Hashing 8.0.0", "System.Threading.RateLimiting 8.0.0",
        ];
        string[] netstandard = [.. everywhere, "Microsoft.Bcl.TimeProvider 8.0.1", "System.Text.Json 8.0.5"];
        package.Dependencies.Should().BeEquivalentTo(
        [
            .. everywhere.Select(dependency => "net10.0: " + dependency),
            .. everywhere.Select(dependency => "net8.0: " + dependency),
            .. netstandard.Select(dependency => ".NETStandard2.0: " + dependency),
        ]);
    }

    [Fact]
    public void The_fake_takes_the_SDK_of_its_own_release_only()
    {
        var package = feed.Package(Testing);

        package.Dependencies.Should().Contain([$"net8.0: {Sdk} [{PackageFeed.Version}]", $"net10.0: {Sdk} [{PackageFeed.Version}]"]);
        package.DependenciesOf("net8.0").Should().BeEquivalentTo(new Dictionary<string, string>
        {
            [Sdk] = $"[{PackageFeed.Version}]",
            ["Microsoft.IdentityModel.Protocols.OpenIdConnect"] = "7.5.0",
            ["Scriban.Signed"] = "7.2.1",
            ["WireMock.Net.Minimal"] = "1.25.0",
        });
        package.Dependencies.Should().NotContain(dependency => dependency.Contains("NSwag") || dependency.Contains("IsExternalInit")
            || dependency.Contains("Nullable") || dependency.Contains("Analyzers"));
    }

    [Fact]
    public void The_mirror_asks_for_the_line_of_EF_Core_that_goes_with_the_target_and_leaves_the_provider_to_its_users()
    {
        var package = feed.Package(Sync);

        package.Dependencies.Should().BeEquivalentTo(
        [
            $"net8.0: {Sdk} [{PackageFeed.Version}]", "net8.0: Microsoft.EntityFrameworkCore.Relational 8.0.30",
            $"net10.0: {Sdk} [{PackageFeed.Version}]", "net10.0: Microsoft.EntityFrameworkCore.Relational 10.0.0",
        ]);
    }

    [Theory]
    [InlineData(Sdk, "netstandard2.0", "net8.0", "net10.0")]
    [InlineData(Testing, "net8.0", "net10.0")]
    [InlineData(Sync, "net8.0", "net10.0")]
    public void A_library_has_the_strong_name_that_its_users_were_built_with(string project, params string[] targets)
    {
        foreach (var target in targets)
        {
            using var assembly = new PEReader(new MemoryStream(feed.Package(project).Entries[$"lib/{target}/{project}.dll"]));

            assembly.PEHeaders.CorHeader!.Flags.Should().HaveFlag(CorFlags.StrongNameSigned);
            Convert.ToHexString(assembly.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().GetPublicKeyToken()!)
                .Should().Be("73F90093397D3939");
        }
    }

    [Fact]
    public void The_tool_carries_all_it_runs_with_and_nothing_of_its_build()
    {
        var package = feed.Package(Cli);

        package.Metadata.Descendants().Where(element => element.Name.LocalName == "packageType").Should()
            .ContainSingle().Which.Attribute("name")!.Value.Should().Be("DotnetTool");
        package.Text("tools/net10.0/any/DotnetToolSettings.xml")
            .Should().Contain("Name=\"contacts\"").And.Contain("EntryPoint=\"contacts.dll\"");
        package.Entries.Keys.Should().Contain("tools/net10.0/any/contacts.xml")
            .And.Contain($"tools/net10.0/any/{Sdk}.dll").And.NotContain(name => name.Contains("ContractTool"));
        feed.Symbols(Cli).Entries.Keys.Should().Contain("tools/net10.0/any/contacts.pdb");
    }
}
