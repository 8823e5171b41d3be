namespace Contacts.Generated.PackageTests;

/// <summary>The search for known vulnerabilities in what ships.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class AuditTests(PackageFeed feed)
{
    [Fact]
    public async Task A_known_vulnerability_of_a_shipped_package_fails()
    {
        var result = await AuditAsync("(, 13.0.4]");

        result.ExitCode.Should().Be(1);
        result.Output.Should().MatchRegex("> Newtonsoft.Json +13.0.4 +High +https://example.com/advisory");
    }

    [Fact]
    public async Task A_vulnerability_that_the_shipped_version_no_longer_has_passes()
    {
        var result = await AuditAsync("(, 13.0.4)");

        result.ShouldSucceed().Lines.Should().Equal(
            "Contacts.Generated: none known", "Contacts.Generated.Testing: none known", "Contacts.Cli: none known");
    }

    [Fact]
    public async Task A_source_that_does_not_know_the_best_known_one_is_not_taken_for_an_all_clear()
    {
        var result = await AuditAsync("(, 1.0.0)");

        result.ShouldSucceed().Lines.Should().Equal("Vulnerabilities were not looked for: no source here tells of them.");
    }

    private async Task<CommandResult> AuditAsync(string affected)
    {
        using var source = new AdvisorySource(affected);
        await File.WriteAllTextAsync(feed.Repository.File("nuget.config"), source.Settings);
        try
        {
            return await Command.RunAsync(feed.Repository.Root, new Dictionary<string, string>(), feed.Repository.File("build", "audit.sh"));
        }
        finally
        {
            File.Delete(feed.Repository.File("nuget.config"));
        }
    }
}
