using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Generated.Testing;

namespace Contacts.Generated.PackageTests;

/// <summary>Users' projects, built with warnings as errors on the packed packages and run against the emulator.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class ConsumerTests(PackageFeed feed)
{
    // The packages whose versions an application states, by the variable that its project reads.
    private static readonly Dictionary<string, string> _stated = new()
    {
        ["NewtonsoftJson"] = "Newtonsoft.Json",
        ["ExtensionsHttp"] = "Microsoft.Extensions.Http",
    };

    [Fact]
    public async Task A_console_application_on_the_newest_target_calls_every_operation()
    {
        await using var emulator = ContactsEmulator.Start();
        var consumer = await Consumer.CreateAsync(feed, "Console", emulator.GatewayUrl);

        (await consumer.BuildAndRunAsync()).Lines.Should().Equal(EveryOperation(".NETCoreApp,Version=v10.0"));

        CalledOperations(emulator).Should().HaveCount(21);
    }

    [Theory]
    [InlineData("net8.0", ".NETCoreApp,Version=v8.0")]
    [InlineData("net6.0", ".NETStandard,Version=v2.0")]
    public async Task An_application_on_the_lowest_versions_that_the_package_allows_calls_every_operation(string target, string asset)
    {
        var lowest = feed.Package("Contacts.Generated")
            .DependenciesOf(asset.StartsWith(".NETStandard", StringComparison.Ordinal) ? ".NETStandard2.0" : target);

        await CallEveryOperationAsync(target, asset, id => lowest[id]);
    }

    [Theory]
    [InlineData("net8.0", ".NETCoreApp,Version=v8.0")]
    [InlineData("net6.0", ".NETStandard,Version=v2.0")]
    public async Task An_application_on_the_newest_versions_calls_every_operation(string target, string asset) =>
        await CallEveryOperationAsync(target, asset, id => CentralVersions.Of(id));

    [Fact]
    public async Task A_natively_compiled_application_calls_every_operation()
    {
        await using var emulator = ContactsEmulator.Start();
        var consumer = await Consumer.CreateAsync(feed, "NativeAot", emulator.GatewayUrl);

        (await consumer.PublishAndRunAsync()).Lines.Should().Equal(EveryOperation(".NETCoreApp,Version=v10.0"));

        CalledOperations(emulator).Should().HaveCount(21);
    }

    [Fact]
    public async Task An_application_on_NET_Framework_compiles_with_its_own_language_version()
    {
        var consumer = await Consumer.CreateAsync(feed, "NetFramework");

        var output = await consumer.BuildAsync();

        File.Exists(Path.Combine(output, "Contacts.Generated.dll")).Should().BeTrue();
    }

    [Fact]
    public async Task A_library_on_NET_Framework_that_has_a_strong_name_builds()
    {
        var consumer = await Consumer.CreateAsync(feed, "StrongName");
        using var key = new RSACryptoServiceProvider(2048);
        await consumer.AddFileAsync("StrongName.snk", key.ExportCspBlob(includePrivateParameters: true));

        await consumer.BuildAsync();
    }

    [Fact]
    public async Task A_web_API_returns_our_models_alike_whichever_library_reads_and_writes()
    {
        await using var emulator = ContactsEmulator.Start();
        var contact = emulator.Contacts[0];
        contact.DisplayName = "Test Person";
        contact.AdditionalProperties["x_nested"] = JsonSerializer.Deserialize<JsonElement>(
            """{"list":[1,2.5,{"empty":null}],"text":"a\"b"}""");
        var consumer = await Consumer.CreateAsync(feed, "WebApi", emulator.GatewayUrl);

        var answers = (await consumer.BuildAndRunAsync(contact.Id)).Lines.Select(line => JsonNode.Parse(line)!).ToList();

        answers.Should().HaveCount(6);
        answers.Should().OnlyContain(answer => JsonNode.DeepEquals(answer, answers[0]));
        var written = answers[0]["contact"]!;
        written["display_name"]!.GetValue<string>().Should().Be("Test Person");
        written.AsObject().Select(field => field.Key).Should()
            .Contain(["id", "display_name", "created_at"]).And.AllSatisfy(name => name.Should().MatchRegex("^[a-z_]+$"));
        written["x_nested"]!.ToJsonString().Should().Be("""{"list":[1,2.5,{"empty":null}],"text":"a\u0022b"}""");
        answers[0]["conversations"]![0]!["conversation"]!["channel_type"].Should().NotBeNull();
        answers[0]["files"]![0]!["content"]!["url"].Should().NotBeNull();
    }

    [Fact]
    public async Task A_worker_whose_host_adds_a_resilience_handler_to_every_client_sends_each_request_once()
    {
        await using var emulator = ContactsEmulator.Start();
        emulator.FailNext(ContactsOperations.Get, EmulatorFault.Status(503));
        var consumer = await Consumer.CreateAsync(feed, "Worker");
        consumer.Set("Contacts__GatewayUrl", emulator.GatewayUrl.ToString());
        consumer.Set("Contacts__ApiKey", "api_emulator");
        consumer.Set("Contacts__MaxRetries", "0");

        (await consumer.BuildAndRunAsync()).Lines.Should().Equal("list 1", "get failed with 503 after 1 attempt");

        emulator.Requests.Select(request => request.Operation).Should().Equal(ContactsOperations.List, ContactsOperations.Get);
    }

    [Fact]
    public async Task The_tests_that_the_README_of_the_fake_shows_pass()
    {
        var consumer = await Consumer.CreateAsync(feed, "UserTests");
        await consumer.AddSourceAsync("RenamerTests.cs", await ReadmeCodeAsync());

        var tested = (await consumer.DotNetAsync("test", "--nologo", "-nodeReuse:false")).ShouldSucceed();

        tested.Output.Should().MatchRegex(@"Failed:\s+0, Passed:\s+4,");
    }

    private async Task CallEveryOperationAsync(string target, string asset, Func<string, string> versionOf)
    {
        await using var emulator = ContactsEmulator.Start();
        var consumer = await Consumer.CreateAsync(feed, "Versions", emulator.GatewayUrl);
        consumer.Set("TargetFramework", target);
        foreach (var (variable, id) in _stated)
        {
            consumer.Set(variable, versionOf(id));
        }

        (await consumer.BuildAndRunAsync()).Lines.Should().Equal(EveryOperation(asset));

        CalledOperations(emulator).Should().HaveCount(21);
        consumer.Text("bin", "output", "Versions.deps.json").Should().ContainAll(_stated.Values.Select(id => $"\"{id}/{versionOf(id)}\""));
    }

    private static string[] EveryOperation(string asset) =>
    [
        "asset " + asset, "list 5 of 25", "get True", "update Test Person", "search True",
        "create New Person", "board item True", "comment Called back.", "message comments True", "update many New", "delete many True",
        "export True", "upload True",
        "conversations True", "comments True", "files True", "activities True", "notifications 3", "read True", "dismiss True",
        "dismiss all True", "not found True",
    ];

    private static IEnumerable<string> CalledOperations(ContactsEmulator emulator) =>
        emulator.Requests.Select(request => request.Operation).Distinct();

    private static async Task<string> ReadmeCodeAsync()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(BuildFacts.RepositoryRoot, "src", "Contacts.Generated.Testing", "README.md"));
        return readme.Split("```csharp\n").Should().HaveCount(2, "the README shows one test class").And.Subject.Last().Split("```")[0];
    }
}
