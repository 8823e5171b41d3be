using System.Reflection;
using System.Text.Json.Nodes;
using Contacts.Cli.Samples;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Contacts.Cli.Tests.Samples;

/// <summary>The lines that the inbox shows for a request: each is run, and must send that request.</summary>
public sealed class CallSampleTests : IDisposable
{
    private const string Root = "/channel-service/v1";

    private static readonly CallSamples _samples = CallSamples.OfEmulator();

    private static readonly IReadOnlyList<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    /// <summary>A request to each operation, with what can be in its query, and sometimes with a body of its own.</summary>
    public static TheoryData<string, string, string?> Requests => new()
    {
        { "list", "/contacts", null },
        { "list", "/contacts?limit=5&skip=10&sort=-created_at", null },
        { "create", "/contacts", """{"display_name":"O'Neil \"X\"","channel_type":"web","labels":["a","b c"],"bu_id":"bu_1"}""" },
        { "search", "/contacts/_search?q=person1%40example.com&type=text", null },
        { "search", "/contacts/_search?q=-a%20%27b%27%0A%24HOME&limit=3&type=text", null },
        { "exportCsv", "/contacts/_export_csv?sort=created_at", null },
        { "uploadAvatar", "/contacts/_fileupload", null },
        { "getByBoardItem", "/contacts/by-board-item/{boardItemId}", null },
        { "get", "/contacts/{contactId}", null },
        { "update", "/contacts/{contactId}", """{"display_name":"New","remark":null,"labels":["vip","new"]}""" },
        { "delete", "/contacts/{contactId}", null },
        { "getConversations", "/contacts/{contactId}/conversations?channel_types=web&channel_types=email", null },
        { "getComments", "/contacts/{contactId}/comments?limit=2&skip=1&channel_types=web", null },
        { "createComment", "/contacts/{contactId}/comments", """{"content":"It's $5 \\ `x` – «да»"}""" },
        { "getComment", "/contacts/{contactId}/comment/{commentId}", null },
        { "deleteComment", "/contacts/{contactId}/comment/{commentId}", null },
        { "getMessageComments", "/contacts/{contactId}/message_comments?limit=2&skip=1", null },
        { "getFiles", "/contact/{contactId}/files", null },
        { "getActivities", "/conversations_activities/{conversationId}", null },
        { "listNotifications", "/notifications?limit=2&skip=1&type=assigns", null },
        { "markNotificationsRead", "/notifications/read", """["{notificationId}","not_2"]""" },
        { "dismissNotification", "/notifications/dismiss", """["{notificationId}"]""" },
        { "dismissAllNotifications", "/notifications/dismiss/all", null },
    };

    [Fact]
    public void Every_operation_is_tried() => Requests.Select(row => (string)row[0]).Distinct()
        .Should().BeEquivalentTo(_samples.Operations, "a new operation has samples, and its command a line in ShellSamples");

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_curl_line_sends_the_request(string operation, string path, string? body)
    {
        using var folder = new TemporaryFolder();
        var (target, json) = await WithIdsAsync(path, body);
        var line = SampleOf(operation, target, json).Curl;
        var script = $"cd '{Prepare(folder)}' && {line} --fail --silent --show-error";

        var (exitCode, _, error) = await CliProcess.RunShellAsync(_emulator, script);

        exitCode.Should().Be(0, error);
        ShouldHaveSent(operation, target, json);
        line.Should().NotContain("api_", "the credential is a variable");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_line_of_this_command_sends_the_request(string operation, string path, string? body)
    {
        using var folder = new TemporaryFolder();
        var (target, json) = await WithIdsAsync(path, body);
        var line = SampleOf(operation, target, json).Command!;

        // A shell splits the line; the command then runs in this process.
        var split = await CliProcess.RunShellAsync(null, $$"""contacts() { printf '%s\0' "$@"; }; {{line}}""");
        var words = split.Output.Split('\0')[..^1].Select(word => InFolder(word, Prepare(folder))).ToArray();
        var result = await new CliRunner(_emulator).RunAsync(words);

        result.ExitCode.Should().Be(0, result.Error);
        ShouldHaveSent(operation, target, json);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_csharp_line_sends_the_request(string operation, string path, string? body)
    {
        using var folder = new TemporaryFolder();
        var (target, json) = await WithIdsAsync(path, body);
        var line = SampleOf(operation, target, json).CSharp;

        var run = Compile(line.Replace("\"picture.png\"", $"@\"{InFolder("picture.png", Prepare(folder))}\"", StringComparison.Ordinal));
        await run(_emulator.CreateClient());

        ShouldHaveSent(operation, target, json);
    }

    [Theory]
    [InlineData("markNotificationsRead")]
    [InlineData("update")]
    [InlineData("create")]
    public void Without_a_body_the_lines_have_the_contracts_example(string operation)
    {
        var sample = _samples.Of(operation, Root + "/contacts/con_1", body: null, "http://127.0.0.1:1")!;

        sample.Curl.Should().Contain(" -d '").And.Contain(operation == "markNotificationsRead" ? "not_" : "example.com");
    }

    [Fact]
    public void A_field_that_the_contract_does_not_name_is_sent_as_it_is()
    {
        var sample = _samples.Of("update", Root + "/contacts/con_1", JsonNode.Parse("""{"future_field":"x"}"""), "http://127.0.0.1:1")!;

        sample.CSharp.Should().Contain("""AdditionalProperties = { ["future_field"] = "x" }""");
        Compile(sample.CSharp).Should().NotBeNull();
    }

    [Fact]
    public void A_control_character_is_never_part_of_a_line()
    {
        var sample = _samples.Of("search", Root + "/contacts/_search?q=%1b%5B31m%0Als%07", body: null, "http://127.0.0.1:1")!;

        new[] { sample.CSharp, sample.Curl, sample.Command! }.Should().OnlyContain(line => !line.Any(char.IsControl));
    }

    [Fact]
    public void An_operation_that_only_the_contract_knows_has_csharp_and_curl()
    {
        using var resource = typeof(ContactsEmulator).Assembly.GetManifestResourceStream("contract.json")!;
        var contract = JsonNode.Parse(resource)!.AsObject();
        var added = contract["paths"]!["/contacts/{contactId}"]!["get"]!.DeepClone();
        (added["x-csharp"]!["id"], added["x-csharp"]!["name"]) = ("archive", "Archive");
        contract["paths"]!["/contacts/{contactId}/archive"] = new JsonObject { ["post"] = added };

        var sample = new CallSamples(contract).Of("archive", Root + "/contacts/con_1/archive", body: null, "http://127.0.0.1:1")!;

        sample.CSharp.Should().Be("await client.ArchiveAsync(\"con_1\");");
        sample.Curl.Should().StartWith($"curl -X POST http://127.0.0.1:1{Root}/contacts/con_1/archive ");
        sample.Command.Should().BeNull();
    }

    [Fact]
    public void There_is_no_sample_of_an_operation_that_is_not_there() =>
        _samples.Of("fly", Root, body: null, "http://127.0.0.1:1").Should().BeNull();

    private CallSample SampleOf(string operation, string target, string? json) => _samples.Of(
        operation, target, json is null ? null : JsonNode.Parse(json), _emulator.GatewayUrl.GetLeftPart(UriPartial.Authority))!;

    private void ShouldHaveSent(string operation, string target, string? json)
    {
        var sent = _emulator.Requests[^1];
        sent.Operation.Should().Be(operation);
        sent.Path.Should().Be(target);
        if (json is not null)
        {
            JsonNode.DeepEquals(JsonNode.Parse(sent.Body!), JsonNode.Parse(json)).Should().BeTrue(sent.Body);
        }
    }

    /// <summary>Puts ids that exist in the place of the names.</summary>
    private async Task<(string Target, string? Json)> WithIdsAsync(string path, string? body)
    {
        var client = _emulator.CreateClient();
        var contact = _emulator.Contacts[0];
        var ids = new Dictionary<string, string>
        {
            ["{contactId}"] = contact.Id,
            ["{boardItemId}"] = contact.BoardItemId!,
            ["{commentId}"] = (await client.GetCommentsAsync(contact.Id))[0].Id,
            ["{conversationId}"] = (await client.GetConversationsAsync(contact.Id))[0].Id,
            ["{notificationId}"] = _emulator.Notifications[0].Id,
        };
        return (Root + Filled(path), body is null ? null : Filled(body));

        string Filled(string text) =>
            ids.Aggregate(text, static (filled, id) => filled.Replace(id.Key, id.Value, StringComparison.Ordinal));
    }

    private static string Prepare(TemporaryFolder folder)
    {
        folder.Write("picture.png", "not really a picture");
        return folder.Root;
    }

    private static string InFolder(string word, string folder) =>
        word is "picture.png" or "contacts.csv" ? Path.Combine(folder, word) : word;

    /// <summary>Compiles a line as a user would, where <c>client</c> is a parameter.</summary>
    private static Func<ContactsClient, Task> Compile(string line)
    {
        var source = $"using System; using System.Threading.Tasks; using Contacts.Generated; public static class Sample {{ "
            + $"public static async Task RunAsync(ContactsClient client) {{ {line} }} }}";
        var compilation = CSharpCompilation.Create(
            "Sample" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Should().BeEmpty(line);
        return Assembly.Load(assembly.ToArray()).GetType("Sample")!.GetMethod("RunAsync")!.CreateDelegate<Func<ContactsClient, Task>>();
    }
}
