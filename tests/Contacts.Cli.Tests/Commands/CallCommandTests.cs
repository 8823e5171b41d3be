using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Calling;
using Contacts.Cli.Samples;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

/// <summary><c>contacts call</c>.</summary>
public sealed class CallCommandTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly TemporaryFolder _folder = new();

    private string Contact => _emulator.Contacts[0].Id;

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Path_query_and_body_are_built_from_the_contract()
    {
        var list = await RunAsync("call", "list", "--param", "limit=2", "--param", "sort=-created_at", "--query", "data[].id");
        var get = await RunAsync("call", "get", "--param", "contactId=" + Contact, "--output", "ndjson");
        var update = await RunAsync("call", "update", "--param", "contactId=" + Contact, "--body", """{"remark":"王 & co"}""");

        new[] { list, get, update }.Should().OnlyContain(result => result.ExitCode == 0 && result.Error.Length == 0);
        _emulator.Requests.Select(request => request.Method).Should().Equal("GET", "GET", "PUT");
        _emulator.Requests[0].Path.Should().EndWith("/contacts?limit=2&sort=-created_at");
        JsonDocument.Parse(list.Output).RootElement.GetArrayLength().Should().Be(2);
        get.OutputLines.Should().ContainSingle().Which.Should().Contain(Contact);
        _emulator.Requests[2].Body.Should().Be("""{"remark":"王 & co"}""");
        _emulator.Contacts[0].Remark.Should().Be("王 & co");
    }

    [Fact]
    public async Task A_list_in_the_query_is_repeated_and_values_are_encoded()
    {
        await RunAsync(
            "call", "getConversations", "--param", "contactId=" + Contact, "--param", "channel_types=web", "--param", "channel_types=a&b");

        _emulator.Requests[^1].Path.Should().EndWith("?channel_types=web&channel_types=a%26b");
    }

    [Theory]
    [InlineData("-")]
    [InlineData("@")]
    public async Task A_body_comes_from_a_file_or_from_standard_input(string source)
    {
        const string Body = """{"text":"Called back"}""";
        var given = source == "@" ? "@" + _folder.Write("body.json", Body) : source;

        var result = await new CliRunner(_emulator) { Input = Body }
            .RunAsync("call", "createComment", "--param", "contactId=" + Contact, "--body", given);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        _emulator.Requests[^1].Body.Should().Be(Body);
    }

    [Fact]
    public async Task A_file_is_uploaded_as_a_form()
    {
        var path = _folder.Write("picture.png", "not really a picture");

        var result = await RunAsync("call", "uploadAvatar", "--body", "@" + path, "--query", "url");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().StartWith("http");
        _emulator.Requests[^1].Headers["Content-Type"].Should().StartWith("multipart/form-data");
    }

    [Fact]
    public async Task What_is_not_JSON_is_printed_as_it_is() =>
        (await RunAsync("call", "exportCsv")).OutputLines.Should().HaveCountGreaterThan(25);

    [Theory]
    [InlineData("OPERATION is missing", "call")]
    [InlineData("There is no operation lst; did you mean list?", "call", "lst")]
    [InlineData("There are list, create,", "call", "frobnicate")]
    [InlineData("get needs the parameter contactId: give --param contactId=con_", "call", "get")]
    [InlineData("search needs the parameter q", "call", "search")]
    [InlineData("list has no parameter limmit; did you mean limit?", "call", "list", "--param", "limmit=secret-value")]
    [InlineData("list has no parameter contactId. There are limit, skip, sort.", "call", "list", "--param", "contactId=secret-value")]
    [InlineData("has no parameter x: it takes none.", "call", "dismissAllNotifications", "--param", "x=secret-value", "--yes")]
    [InlineData("The parameter limit is given more than once.", "call", "list", "--param", "limit=1", "--param", "limit=2")]
    [InlineData("The parameter limit must be a", "call", "list", "--param", "limit=secret-value")]
    [InlineData("--param needs name=value", "call", "list", "--param", "limit")]
    [InlineData("The parameter contactId: The id", "call", "get", "--param", "contactId=_search")]
    [InlineData("The parameter contactId: The id", "call", "get", "--param", "contactId=..")]
    [InlineData("createComment needs a body: --body JSON, @file or -.", "call", "createComment", "--param", "contactId=con_1")]
    [InlineData("list takes no body", "call", "list", "--body", "{}")]
    [InlineData("--body is not JSON, from line 1, byte", "call", "create", "--body", "{secret-value}")]
    [InlineData("uploadAvatar needs a body: --body @file.", "call", "uploadAvatar")]
    [InlineData("give --body @file", "call", "uploadAvatar", "--body", "{}")]
    public async Task A_mistake_is_told_before_anything_is_sent(string told, params string[] args)
    {
        var result = await RunAsync(args);

        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Contain(told).And.NotContain("secret-value").And.EndWith("See 'contacts call --help'.\n");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, 2, 25)]
    [InlineData("n", 1, 25)]
    [InlineData("y", 0, 24)]
    public async Task What_deletes_asks_first(string? answer, int exitCode, int left)
    {
        var cli = new CliRunner(_emulator) { ReadAnswer = answer is null ? null : _ => Task.FromResult<string?>(answer) };

        (await cli.RunAsync("call", "delete", "--param", "contactId=" + Contact)).ExitCode.Should().Be(exitCode);

        _emulator.Contacts.Should().HaveCount(left);
    }

    [Fact]
    public async Task Yes_asks_nobody()
    {
        (await RunAsync("call", "delete", "--param", "contactId=" + Contact, "--yes")).ExitCode.Should().Be(0);
        _emulator.Contacts.Should().HaveCount(24);
    }

    [Fact]
    public async Task A_dry_run_shows_the_request_and_sends_nothing()
    {
        var result = await RunAsync("call", "update", "--param", "contactId=con_1", "--body", """{"remark":"x"}""", "--dry-run");

        result.Should().Be(new CliResult(0, "PUT contacts/con_1\n{\"remark\":\"x\"}\n", "Nothing was sent.\n"));
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_error_of_the_service_is_told_as_everywhere()
    {
        var result = await RunAsync("call", "get", "--param", "contactId=con_unknown");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("The service returned 404");
    }

    [Fact]
    public async Task Every_operation_of_the_contract_is_known()
    {
        foreach (var operation in EmulatedContract.Embedded.Operations)
        {
            var result = await RunAsync("call", operation.Id, "--param", "no-such-parameter=1");

            result.Error.Should().Contain($"{operation.Id} has no parameter no-such-parameter");
        }
    }

    [Fact]
    public async Task An_operation_that_is_added_to_the_contract_can_be_called()
    {
        var contract = JsonNode.Parse("""
            {
              "x-base-path": "service/v1",
              "components": { "schemas": { "Ids": { "type": "array", "items": { "type": "string" } } } },
              "paths": {
                "/labels/{labelId}": {
                  "patch": {
                    "x-csharp": { "id": "renameLabel", "path": "labels/{labelId}" },
                    "parameters": [
                      { "name": "labelId", "in": "path", "required": true, "schema": { "type": "string" } },
                      { "name": "ids", "in": "query", "explode": false, "schema": { "$ref": "#/components/schemas/Ids" } },
                      { "name": "force", "in": "query", "schema": { "type": "boolean" } },
                      { "name": "x-reason", "in": "header", "schema": { "type": "string" } }
                    ],
                    "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } }
                  }
                }
              }
            }
            """)!.AsObject();

        var call = new ContractCall(
            contract, SampleOperation.AllOf(contract).Single(), ["labelId=a b", "ids=1", "ids=2", "force=true", "x-reason=test"]);
        using var request = await call.CreateAsync(new CliRunner().HostOf(Stream.Null, TextWriter.Null), null, CancellationToken.None);

        (request.Method, call.Address, request.Content).Should().Be((HttpMethod.Patch, "labels/a%20b?ids=1,2&force=true", null));
        request.Headers.GetValues("x-reason").Should().Equal("test");
    }

    private Task<CliResult> RunAsync(params string[] args) => new CliRunner(_emulator).RunAsync(args);
}
