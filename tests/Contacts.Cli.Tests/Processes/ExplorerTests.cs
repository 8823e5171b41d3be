using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Contacts.Cli.Web;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

/// <summary>The explorer of the contract, as a browser asks for it. What a browser makes of it, .ci/run looks at.</summary>
public sealed partial class ExplorerTests : IDisposable
{
    private static readonly string[] _verbs = ["get", "put", "post", "delete"];

    private readonly ContactsEmulator _emulator;
    private readonly HttpClient _http;

    public ExplorerTests()
    {
        var site = new EmulatorSite();
        _emulator = ContactsEmulator.Start(site.AddTo);
        site.Emulator = _emulator;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = _emulator.GatewayUrl };
    }

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task The_page_stands_below_explorer_and_its_parts_come_with_it()
    {
        using var response = await PageAsync();
        var page = await response.Content.ReadAsStringAsync();
        var parts = Part().Matches(page).Select(match => match.Groups[1].Value).ToList();

        page.Should().Contain("<title>Contacts explorer</title>");
        parts.Should().Contain(["./swagger-ui.css", "./swagger-ui-bundle.js", "./favicon-32x32.png"]);
        foreach (var part in parts)
        {
            part.Should().NotMatchRegex("^(https?:)?//", "nothing comes from elsewhere");
            (await _http.GetAsync(new Uri("/explorer/" + part, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK, part);
        }
    }

    [Fact]
    public async Task The_page_runs_its_own_scripts_only_and_evaluates_no_text()
    {
        using var page = await PageAsync();
        var policy = page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which;

        policy.Should()
            .Contain("default-src 'none'; script-src 'self'; ").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe-eval");
        page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        (await page.Content.ReadAsStringAsync()).Should().NotMatchRegex("<script(?![^>]* src=)");
    }

    [Fact]
    public async Task A_start_that_is_awaited_holds_a_thread_of_its_own()
    {
        var onPool = new List<bool>();

        await using var emulator = await ContactsEmulator.StartAsync(
            options => options.InFront = _ => onPool.Add(Thread.CurrentThread.IsThreadPoolThread));

        onPool.Should().Equal(false);
    }

    [Fact]
    public async Task The_contract_is_whole_and_leads_to_the_emulator()
    {
        var contract = await ContractAsync();

        var operations = contract.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(member => _verbs.Contains(member.Name))
            .Select(operation => operation.Value.GetProperty("operationId").GetString());
        operations.Should().BeEquivalentTo(typeof(ContactsOperations).GetFields().Select(field => field.GetRawConstantValue()));
        contract.GetProperty("servers")
            .EnumerateArray().Select(server => server.GetProperty("url").GetString()).Should().Equal("/channel-service/v1");
        contract.GetProperty("components").GetProperty("schemas")
            .GetProperty("Contact").GetProperty("properties").GetProperty("id").GetProperty("type").GetString().Should().Be("string");
    }

    [Fact]
    public async Task Descriptions_end_with_where_a_fact_comes_from()
    {
        var contract = await ContractAsync();

        var search = contract.GetProperty("paths")
            .GetProperty("/contacts/_search").GetProperty("get").GetProperty("description").GetString();
        search.Should().MatchRegex(
            "^The search looks for whole words.*\n\nSource: Observed in the vendor's web application: every search carries type=text");
        var contact = contract.GetProperty("components").GetProperty("schemas").GetProperty("Contact").GetProperty("properties");
        contact.GetProperty("id").GetProperty("description").GetString().Should().NotContain("Source:");
        contact.GetProperty("remark").GetProperty("description").GetString()
            .Should().EndWith("\n\nSource: Observed in the vendor's web application; the vendor's reference does not promise it.");
    }

    [Fact]
    public async Task Examples_are_of_what_the_emulator_has_now()
    {
        _emulator.Contacts.RemoveAt(0);
        _emulator.Notifications.RemoveAt(0);

        var contract = await ContractAsync();

        Parameter(contract, "/contacts/{contactId}", "contactId").GetProperty("example").GetString().Should().Be(_emulator.Contacts[0].Id);
        Parameter(contract, "/contacts", "skip").TryGetProperty("example", out _).Should().BeFalse("a list is to begin at its beginning");
        contract.GetProperty("components").GetProperty("examples")
            .GetProperty("NotificationIdsOne").GetProperty("value")[0].GetString().Should().Be(_emulator.Notifications[0].Id);
        var conversation = Parameter(contract, "/conversations_activities/{conversationId}", "conversationId")
            .GetProperty("example").GetString();
        (await _emulator.CreateClient().GetActivitiesAsync(conversation!)).Should().NotBeNull();
        var comment = Parameter(contract, "/contacts/{contactId}/comment/{commentId}", "commentId").GetProperty("example").GetString();
        (await _emulator.CreateClient().GetCommentAsync(_emulator.Contacts[0].Id, comment!)).Id.Should().Be(comment);
        Parameter(contract, "/contacts/by-board-item/{boardItemId}", "boardItemId").GetProperty("example").GetString()
            .Should().Be(_emulator.Contacts[0].BoardItemId);
    }

    [Fact]
    public async Task An_emulator_without_anything_has_a_page_too()
    {
        _emulator.Contacts.Clear();
        _emulator.Notifications.Clear();

        var contract = await ContractAsync();

        Parameter(contract, "/contacts/{contactId}", "contactId").GetProperty("example").GetString().Should().StartWith("con_");
    }

    [Fact]
    public async Task The_contract_is_also_beside_the_page() =>
        (await _http.GetStringAsync(new Uri("/explorer/openapi.json", UriKind.Relative))).Should().StartWith("{\"openapi\":");

    [Fact]
    public async Task Any_other_address_is_the_services()
    {
        (await _http.GetAsync(new Uri("/nowhere", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _http.PostAsync(new Uri("/", UriKind.Relative), content: null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        _emulator.Requests.Should().HaveCount(2, "the page's own requests are no requests of the service");
        (await _emulator.CreateClient().ListAsync()).Total.Should().Be(25);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Part();

    private static JsonElement Parameter(JsonElement contract, string path, string name) =>
        contract.GetProperty("paths").GetProperty(path).GetProperty("get")
        .GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == name);

    // The address redirects to the page, whose parts are named relative to it.
    private async Task<HttpResponseMessage> PageAsync()
    {
        var response = await _http.GetAsync(new Uri("/explorer", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/explorer/index.html");
        return response;
    }

    private async Task<JsonElement> ContractAsync()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
