namespace Contacts.Generated.PackageTests;

/// <summary>The search for known vulnerabilities in what ships.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class AuditTests(PackageFeed feed)
{
    private const string NobodyTells = "Vulnerabilities were not looked for: no source here tells of them.";

    [Fact]
    public async Task A_known_vulnerability_of_a_shipped_package_fails()
    {
        using var source = new AdvisorySource("(, 13.0.1]");

        var result = await AuditAsync(source.Settings);

        result.ExitCode.Should().Be(1);
        result.Output.Should().MatchRegex("> Newtonsoft.Json +13.0.1 +13.0.1 +High +https://example.com/advisory");
    }

    [Fact]
    public async Task A_vulnerability_that_the_shipped_version_no_longer_has_passes()
    {
        using var source = new AdvisorySource("(, 13.0.1)");

        var result = await AuditAsync(source.Settings);

        result.ShouldSucceed().Lines.Should().Equal(
            "Contacts.Generated: none known", "Contacts.Generated.Testing: none known", "Contacts.Generated.Sync: none known",
            "Contacts.Cli: none known");
    }

    [Fact]
    public async Task A_source_that_does_not_know_the_best_known_one_is_not_taken_for_an_all_clear()
    {
        using var source = new AdvisorySource("(, 1.0.0)");

        (await AuditAsync(source.Settings)).ShouldSucceed().Lines.Should().Equal(NobodyTells);
        var required = await AuditAsync(source.Settings, ("ADVISORIES", "required"));

        required.ExitCode.Should().Be(1, "the caller knows of a source that tells");
        required.Lines.Should().Equal(NobodyTells);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_a_failure()
    {
        var source = new AdvisorySource("(, 13.0.1)");
        source.Dispose();

        var result = await AuditAsync(source.Settings);

        result.ExitCode.Should().Be(1);
        result.Lines.Should().HaveCountGreaterThan(1).And.EndWith("Vulnerabilities were not looked for: a source could not be asked.");
    }

    private async Task<CommandResult> AuditAsync(string settings, params (string Name, string Value)[] variables)
    {
        await File.WriteAllTextAsync(feed.Repository.File("nuget.config"), settings);
        try
        {
            return await Command.RunAsync(
                feed.Repository.Root, variables.ToDictionary(one => one.Name, one => one.Value), feed.Repository.File("build", "audit.sh"));
        }
        finally
        {
            File.Delete(feed.Repository.File("nuget.config"));
        }
    }
}
