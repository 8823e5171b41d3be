using System.Net;
using Contacts.Generated.Testing;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What somebody who knows WireMock does with the emulator's.</summary>
public sealed class EmulatorServerTests : IDisposable
{
    private const int LogCapacity = 500;

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start(options => options.AdminApi = true);
    private readonly EmulatorHttp _http;
    private readonly ContactsClient _client;

    public EmulatorServerTests()
    {
        _http = new EmulatorHttp(_emulator);
        _client = _emulator.CreateClient();
    }

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Stubs_win_over_operations_and_everything_else_is_answered_as_before()
    {
        var (locked, other) = (_emulator.Contacts[0].Id, _emulator.Contacts[1].Id);
        _emulator.Server
            .Given(Request.Create().UsingGet().WithPath($"{EmulatorHttp.Root}/contacts/{locked}"))
            .RespondWith(Response.Create().WithStatusCode(423).WithBody("""{"message":"Locked"}"""));
        _emulator.Server
            .Given(Request.Create().UsingGet().WithPath($"{EmulatorHttp.Root}/contacts/_search").WithParam("q", "a b+c"))
            .RespondWith(Response.Create().WithStatusCode(200).WithBody("""{"data":[],"count":0}"""));
        _emulator.Server
            .Given(Request.Create().UsingDelete().WithPath("/*/notifications/dismiss").WithBody(new JsonMatcher("""["not_1"]""")))
            .RespondWith(Response.Create().WithStatusCode(409));

        (await _client.Invoking(client => client.GetAsync(locked)).Should().ThrowAsync<ContactsApiException>())
            .Which.Status.Should().Be(423);
        (await _client.GetAsync(other)).Id.Should().Be(other);
        (await _client.SearchAsync("a b+c")).Data.Should().BeEmpty();
        (await StatusAsync("DELETE", "/notifications/dismiss", EmulatorHttp.Json("""["not_1"]"""))).Should().Be(409);
        (await StatusAsync("DELETE", "/notifications/dismiss", EmulatorHttp.Json("""["not_2"]"""))).Should().Be(200);
    }

    [Fact]
    public async Task Requests_are_verified_by_their_log_entries()
    {
        var id = _emulator.Contacts[0].Id;
        await _client.UpdateAsync(id, new UpdateContactInput { Name = "Test Person" });
        await _client.ListAsync();

        var update = Request.Create().UsingPut().WithPath($"{EmulatorHttp.Root}/contacts/{id}").WithHeader("x-api-key", "*")
            .WithBody(new JsonPartialMatcher("""{"display_name":"Test Person"}"""));
        _emulator.Server.FindLogEntries(update).Should().ContainSingle().Which.ResponseMessage!.StatusCode.Should().Be(200);
        _emulator.Server.LogEntries.Select(entry => entry.MappingTitle).Should().Equal("update", "list");
        _emulator.Server.LogEntries[1].RequestMessage!.Headers!.Keys.Should().NotContain(name => name.Contains("emulator"));
    }

    [Fact]
    public async Task A_scenario_goes_on_to_the_operation_after_its_last_state()
    {
        var id = _emulator.Contacts[0].Id;
        var get = Request.Create().UsingGet().WithPath($"/*/contacts/{id}");
        _emulator.Server.Given(get).InScenario("restart").WillSetStateTo("starting").RespondWith(Response.Create().WithStatusCode(502));
        _emulator.Server.Given(get).InScenario("restart").WhenStateIs("starting").WillSetStateTo("up")
            .RespondWith(Response.Create().WithStatusCode(503));

        (await _client.GetAsync(id)).Id.Should().Be(id);

        _emulator.Server.LogEntries.Select(entry => entry.ResponseMessage!.StatusCode).Should().Equal(502, 503, 200);
    }

    [Fact]
    public async Task A_reset_of_the_emulator_brings_its_operations_back()
    {
        _emulator.Server.Given(Request.Create().WithPath("/*")).RespondWith(Response.Create().WithStatusCode(500));
        _emulator.Server.Reset();
        (await StatusAsync("GET", "/contacts")).Should().Be(404);

        _emulator.Server.Given(Request.Create().WithPath("/*")).RespondWith(Response.Create().WithStatusCode(500));
        _emulator.Contacts.Clear();
        _emulator.Reset();

        (await _client.ListAsync()).Data.Should().NotBeEmpty();
        _emulator.Server.LogEntries.Should().ContainSingle();
    }

    [Fact]
    public async Task The_log_keeps_a_number_of_requests()
    {
        for (var number = 0; number <= LogCapacity; number++)
        {
            await StatusAsync("GET", $"/notifications?limit=1&number={number}");
        }

        _emulator.Server.LogEntries.Should().HaveCount(LogCapacity);
        _emulator.Server.FindLogEntries(Request.Create().WithParam("number", "0")).Should().BeEmpty();
        _emulator.Server.FindLogEntries(Request.Create().WithParam("number", "500")).Should().ContainSingle();
    }

    [Theory]
    [InlineData(60_000, true)]
    [InlineData(70_000, false)]
    public async Task Large_bodies_are_left_out_of_the_log(int length, bool isLogged)
    {
        var picture = UploadContent.FromBytes(new byte[length], "picture.png");
        var address = (await _client.UploadAvatarAsync(picture)).Url!.ToString();
        (await _http.DownloadAsync(address)).Should().HaveCount(length);

        var (upload, download) = (_emulator.Server.LogEntries[0], _emulator.Server.LogEntries[1]);
        (upload.RequestMessage!.BodyAsBytes is { Length: > 0 }).Should().Be(isLogged);
        (download.ResponseMessage!.BodyData is not null).Should().Be(isLogged);
    }

    [Theory]
    [InlineData("content-encoding", "gzip")]
    [InlineData("content-encoding", "deflate")]
    [InlineData("content-type", "application/json; charset=unknown")]
    [InlineData("content-type", "multipart/form-data")]
    [InlineData("content-type", ";;")]
    [InlineData("cookie", "=;;a=%zz;a=1;a=2")]
    public async Task A_request_with_an_odd_header_reaches_the_operation(string name, string value)
    {
        var content = new ByteArrayContent("""{"display_name":"Test Person"}"""u8.ToArray());
        (name == "cookie" ? null : content.Headers)?.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(
            "PUT", "/contacts/" + _emulator.Contacts[0].Id, content, name == "cookie" ? [(name, value)] : []);

        ((int)response.StatusCode).Should().Be(200);
        _emulator.Contacts[0].DisplayName.Should().Be("Test Person");
    }

    [Fact]
    public async Task The_admin_api_lists_the_operations_with_their_paths()
    {
        using var response = await _http.SendToAsync("GET", "/__admin/mappings");
        var mappings = (await EmulatorHttp.ReadAsync(response)).EnumerateArray().ToList();

        mappings.Should().HaveCount(ContractDocument.Contacts.Operations.Count + 5, "there are four further forms, and everything else");
        mappings.Should().OnlyContain(mapping => mapping.GetProperty("Priority").GetInt32() >= 1_000);
        mappings.Single(mapping => mapping.GetProperty("Title").GetString() == "get").GetProperty("Request").GetRawText()
            .Should().ContainAll("GET", EmulatorHttp.Root + "/contacts/{contactId}");
        _emulator.Requests.Should().BeEmpty("they are no requests to the service");
    }

    [Fact]
    public async Task The_admin_api_is_off_by_default()
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendToAsync("GET", "/__admin/mappings");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        emulator.Requests.Should().ContainSingle();
    }

    private async Task<int> StatusAsync(string method, string path, HttpContent? content = null)
    {
        using var response = await _http.SendAsync(method, path, content);
        return (int)response.StatusCode;
    }
}
