namespace Contacts.Generated.PackageTests;

/// <summary>When the generator runs, and what is compiled when it cannot.</summary>
[Collection(RegenerationCopy.Name)]
public sealed class GenerationTests(RegenerationCopy copy)
{
    private string Generated => copy.Clone.GeneratedFile;

    [Fact]
    public async Task A_deleted_output_is_made_again()
    {
        await BuildUnchangedAsync();
        var before = await File.ReadAllTextAsync(Generated);
        File.Delete(Generated);

        await BuildUnchangedAsync();

        (await File.ReadAllTextAsync(Generated)).Should().Be(before);
    }

    [Theory]
    [InlineData("operationId: getFiles\n", "operationId: getComments\n")]
    [InlineData("  /contact/{contactId}/files:\n", "  /contact/{contactId}/{other}/files:\n")]
    [InlineData("  /contact/{contactId}/files:\n", "  /contact/{contactId}/files: [\n")]
    [InlineData("            type: integer\n", "            type: strng\n")]
    public async Task A_broken_contract_is_named_with_its_line_and_leaves_no_client(string before, string after)
    {
        await File.WriteAllTextAsync(Generated, "// Of an older contract.");
        File.SetLastWriteTimeUtc(Generated, DateTime.UnixEpoch);
        copy.Replace(before, after);

        var build = await copy.BuildAsync();

        build.ExitCode.Should().NotBe(0);
        build.Errors.Should().Contain(error => error.Contains("contacts.yaml(", StringComparison.Ordinal));
        File.Exists(Generated).Should().BeFalse("a client of an older contract must not be compiled");
    }

    [Theory]
    [InlineData("/nowhere/dotnet")]
    [InlineData("/dev/null")]
    public async Task A_tool_that_does_not_start_is_not_taken_for_an_error_in_the_contract(string host)
    {
        await BuildUnchangedAsync();

        var run = await copy.Clone.DotNetAsync(
            "msbuild", "build/Contacts.Generation.proj", "-target:Generate", $"-p:DotNetHost={host}",
            $"-p:NSwagTool={BuildFacts.NSwagFolder}/dotnet-nswag.dll", $"-p:GeneratedFile={Generated}.other");

        run.ExitCode.Should().NotBe(0);
        run.Errors.Should().ContainSingle().Which.Should().Contain("The contract check did not run").And.Contain(host);
        run.Output.Should().NotContain("The contract has errors");
    }

    [Fact]
    public async Task A_template_that_is_taken_away_is_noticed()
    {
        await BuildUnchangedAsync();
        var template = copy.Clone.File("build", "templates", "Enum.liquid");
        var text = await File.ReadAllTextAsync(template);
        var before = await File.ReadAllTextAsync(Generated);
        File.Delete(template);
        try
        {
            await copy.BuildAsync();

            (File.Exists(Generated) ? await File.ReadAllTextAsync(Generated) : "").Should().NotBe(before);
        }
        finally
        {
            await File.WriteAllTextAsync(template, text);
        }
    }

    [Fact]
    public async Task An_editor_that_asks_for_the_compilers_arguments_generates_nothing()
    {
        File.Delete(Generated);

        await copy.BuildAsync("-target:CoreCompile", "-p:DesignTimeBuild=true");

        File.Exists(Generated).Should().BeFalse();
    }

    private async Task BuildUnchangedAsync()
    {
        copy.Replace("openapi: 3.0.3", "openapi: 3.0.3");
        (await copy.BuildAsync()).ShouldSucceed();
    }
}
