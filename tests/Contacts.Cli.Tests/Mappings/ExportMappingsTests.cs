using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Contacts.Cli.Demo;
using Contacts.Cli.Mappings;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;
using WireMock.Server;

namespace Contacts.Cli.Tests.Mappings;

public sealed class ExportMappingsTests : IDisposable
{
    private static readonly IReadOnlyList<Stub> _stubs = Stub.OfContract(EmulatedContract.Embedded);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Folder => _folder.At("mappings of mine");

    [Fact]
    public async Task A_wiremock_that_has_read_the_files_answers_every_operation_of_the_client()
    {
        (await ExportAsync()).Output.Should().Be($"{_stubs.Count} mappings of 21 operations are in {Folder}.\n");
        using var server = Read();
        var client = new ContactsClient(new ContactsClientOptions { GatewayUrl = new Uri(server.Url!), ApiKey = "any" });

        var results = await DemoRun.RunAsync(new DemoCalls(client), CancellationToken.None);

        results.Where(result => !result.Succeeded).Select(result => $"{result.Operation}: {result.Outcome}").Should().BeEmpty();
        results.Select(result => result.Operation).Distinct().Should().HaveCount(21);
        server.LogEntries.Should().AllSatisfy(entry => entry.MappingTitle.Should().EndWith(": default"));
    }

    [Fact]
    public async Task Each_documented_response_comes_as_the_contract_shows_it_to_whoever_prefers_it()
    {
        await ExportAsync();
        using var server = Read();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        foreach (var operation in EmulatedContract.Embedded.Operations)
        {
            var path = Regex.Replace(operation.Root + operation.Template, @"\{[^{}]+}", "any_id");
            foreach (var shown in operation.Responses())
            {
                var example = shown.Example is null ? "" : $", example={shown.Example}";
                using var request = new HttpRequestMessage(new HttpMethod(operation.Method), server.Url + path);
                request.Headers.Add("Prefer", $"code={shown.Reply.Status}{example}");

                using var response = await http.SendAsync(request);

                var because = $"{operation.Id} {shown.Status} {shown.Example}";
                ((int)response.StatusCode).Should().Be(shown.Reply.Status, because);
                Json(await response.Content.ReadAsByteArrayAsync()).Should().Be(Json(shown.Reply.Body), because);
                (response.Content.Headers.ContentType?.ToString() ?? "").Should().Be(shown.Reply.ContentType ?? "", because);
            }
        }
    }

    [Fact]
    public async Task The_java_files_hold_the_same_in_its_words()
    {
        var (exitCode, _, _) = await ExportAsync("--format", "wiremock");
        var files = Directory.GetFiles(Path.Combine(Folder, "mappings")).Select(file => JsonNode.Parse(File.ReadAllText(file))!).ToList();
        var mappings = files.SelectMany(file => file["mappings"]!.AsArray()).Select(mapping => mapping!.AsObject()).ToList();

        exitCode.Should().Be(0);
        mappings.Should().HaveCount(_stubs.Count);
        mappings.Should().AllSatisfy(mapping =>
        {
            mapping.Select(member => member.Key).Should().Equal("id", "name", "priority", "request", "response");
            Guid.TryParse((string)mapping["id"]!, out _).Should().BeTrue();
            ((int)mapping["priority"]!).Should().BePositive();
            mapping["request"]!.AsObject().Select(member => member.Key).Should().BeSubsetOf(["method", "urlPathPattern", "headers"]);
            mapping["response"]!.AsObject().Select(member => member.Key).Should().BeSubsetOf(["status", "headers", "jsonBody", "body"]);
        });
        mappings.Select(mapping => (string)mapping["id"]!).Should().OnlyHaveUniqueItems();
        mappings.Single(mapping => (string)mapping["name"]! == "get: 404").ToJsonString().Should().Contain("code=404");
    }

    [Fact]
    public async Task Files_that_are_there_are_written_over_only_by_force()
    {
        await ExportAsync();
        var file = Path.Combine(Folder, "get.json");
        await File.WriteAllTextAsync(file, "mine");

        var (exitCode, output, error) = await ExportAsync();
        var kept = await File.ReadAllTextAsync(file);
        var forced = await ExportAsync("--force");

        (exitCode, output, kept).Should().Be((2, "", "mine"));
        error.Should().Contain("is there already. Choose another folder, or --force to write over it.");
        forced.ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(file)).Should().NotBe("mine");
    }

    private Task<CliResult> ExportAsync(params string[] options) =>
        new CliRunner().RunAsync(["emulator", "export-mappings", Folder, .. options]);

    private WireMockServer Read()
    {
        var server = WireMockServer.Start();
        server.ReadStaticMappings(Folder);
        return server;
    }

    private static string Json(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body)!.ToJsonString();
        }
        catch (System.Text.Json.JsonException)
        {
            return System.Text.Encoding.UTF8.GetString(body);
        }
    }
}
