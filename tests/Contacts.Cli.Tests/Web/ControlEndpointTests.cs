using System.Net;
using System.Text.Json;
using Contacts.Generated;

namespace Contacts.Cli.Tests.Web;

/// <summary>What scripts and the inbox ask of a running emulator.</summary>
public sealed class ControlEndpointTests : IDisposable
{
    private const string Root = "/__emulator";

    private readonly SiteFixture _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Requests_are_listed_with_everything_but_their_bodies_and_credentials()
    {
        var contact = _site.Emulator.Contacts[0].Id;
        await _site.Emulator.CreateClient(options => options.ApiKey = "api_secret_of_test")
            .UpdateAsync(contact, new UpdateContactInput { Remark = "private words" });

        var requests = await _site.RequestsAsync(1);

        var request = requests.EnumerateArray().Should().ContainSingle().Which;
        request.GetProperty("number").GetInt64().Should().Be(1);
        request.GetProperty("time").GetDateTimeOffset().Should().BeAfter(DateTimeOffset.UnixEpoch);
        request.GetProperty("method").GetString().Should().Be("PUT");
        request.GetProperty("path").GetString().Should().Be($"/channel-service/v1/contacts/{contact}");
        request.GetProperty("status").GetInt32().Should().Be(200);
        request.GetProperty("operation").GetString().Should().Be("update");
        request.GetProperty("durationMs").GetDouble().Should().BeGreaterThanOrEqualTo(0);
        requests.GetRawText().Should().NotContain("private words").And.NotContain("api_secret_of_test");
    }

    [Fact]
    public async Task The_list_goes_on_after_a_number_and_keeps_the_latest_500()
    {
        for (var call = 0; call < 510; call++)
        {
            using var response = await _site.GetAsync("/nowhere");
        }

        Numbers(await _site.RequestsAsync(510)).Should().Equal(Enumerable.Range(11, 500).Select(number => (long)number));
        Numbers(await _site.JsonAsync(Root + "/requests?after=508")).Should().Equal(509, 510);
        using var wrong = await _site.GetAsync(Root + "/requests?after=-1");
        (await RefusalAsync(wrong)).Should().StartWith("after must be ");
    }

    [Fact]
    public async Task A_request_that_got_no_response_has_no_status()
    {
        using var planned = await PostAsync("/fail", """{"operation": "list", "fault": "reset"}""");
        var client = _site.Emulator.CreateClient(options => options.MaxRetries = 0);

        await client.Invoking(one => one.ListAsync()).Should().ThrowAsync<ContactsConnectionException>();

        (await _site.RequestsAsync(1))[0].GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_reset_brings_the_data_back_and_forgets_the_requests()
    {
        await _site.Emulator.CreateClient().DeleteAsync(_site.Emulator.Contacts[0].Id);
        await _site.RequestsAsync(1);

        using var response = await PostAsync("/reset");

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        _site.Emulator.Contacts.Should().HaveCount(25);
        (await _site.JsonAsync(Root + "/requests")).GetArrayLength().Should().Be(0);
        using var next = await _site.GetAsync("/nowhere");
        Numbers(await _site.RequestsAsync(3)).Should().Equal([3], "numbers are never used again, and the reset has one, too");
    }

    [Theory]
    [InlineData("""{"fault": "503"}""", 503)]
    [InlineData("""{"fault": 429, "operation": null}""", 429)]
    [InlineData("""{"fault": "404", "operation": "list", "times": 1}""", 404)]
    public async Task The_next_call_fails_as_planned_and_the_one_after_it_does_not(string plan, int status)
    {
        using var planned = await PostAsync("/fail", plan);
        planned.StatusCode.Should().Be(HttpStatusCode.NoContent);

        using var failed = await _site.GetAsync("/channel-service/v1/contacts", ("x-api-key", "any"));
        using var recovered = await _site.GetAsync("/channel-service/v1/contacts", ("x-api-key", "any"));

        ((int)failed.StatusCode, (int)recovered.StatusCode).Should().Be((status, 200));
    }

    [Fact]
    public async Task As_many_calls_fail_as_were_planned()
    {
        using var planned = await PostAsync("/fail", """{"fault": "truncated", "times": 2}""");
        var client = _site.Emulator.CreateClient();

        (await client.ListAsync()).Total.Should().Be(25);

        _site.Emulator.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("", "The body must be JSON.")]
    [InlineData("[]", "The body must be an object, such as {\"fault\": \"503\"}.")]
    [InlineData("{}", "fault must be a status from 400 to 599, reset, slow, stalled or truncated.")]
    [InlineData("""{"fault": "200"}""", "fault must be a status from 400 to 599, reset, slow, stalled or truncated.")]
    [InlineData("""{"fault": ["slow"]}""", "fault must be a status from 400 to 599, reset, slow, stalled or truncated.")]
    [InlineData("""{"fault": "503", "times": 0}""", "times must be a whole number from 1 to 1000.")]
    [InlineData("""{"fault": "503", "times": "1"}""", "times must be a whole number from 1 to 1000.")]
    [InlineData("""{"fault": "503", "time": 2}""", "There is no member \"time\": use operation, fault and times.")]
    [InlineData("""{"fault": "503", "operation": 1}""", "operation must be the name of one, such as \"update\", or null.")]
    [InlineData("""{"fault": "503", "operation": "updat"}""", "There is no operation \"updat\". Did you mean \"update\"?")]
    public async Task A_wrong_plan_is_refused_by_naming_the_member_and_the_choices(string plan, string message)
    {
        using var response = await PostAsync("/fail", plan);

        (await RefusalAsync(response)).Should().StartWith(message).And.NotContain("Parameter");
        (await _site.Emulator.CreateClient().ListAsync()).Total.Should().Be(25);
        _site.Emulator.Requests.Should().HaveCount(1, "nothing was planned");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await PostAsync("/fail", new string(' ', 70_000) + """{"fault": "503"}""");

        (await RefusalAsync(response)).Should().Be("The body must have at most 64 KiB.");
    }

    [Fact]
    public async Task The_lines_for_a_request_call_this_emulator()
    {
        using var response = await PostAsync("/samples", """{"operation": "get", "path": "/channel-service/v1/contacts/con_1"}""");

        using var lines = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        lines.RootElement.GetProperty("csharp").GetString().Should().Be("await client.GetAsync(\"con_1\");");
        lines.RootElement.GetProperty("curl").GetString().Should().StartWith($"curl {_site.Address}/channel-service/v1/contacts/con_1 ");
        lines.RootElement.GetProperty("command").GetString().Should().Be($"contacts get con_1 --gateway {_site.Address}");
    }

    [Theory]
    [InlineData("[]", "operation must be a string.")]
    [InlineData("""{"operation": "get"}""", "path must be a string.")]
    [InlineData("""{"operation": "fly", "path": "/"}""", "operation must be the name of one")]
    public async Task Lines_for_what_is_no_request_are_refused(string asked, string message)
    {
        using var response = await PostAsync("/samples", asked);

        (await RefusalAsync(response)).Should().StartWith(message);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_from_elsewhere_can_neither_read_nor_break_anything(string header, string value)
    {
        var contact = _site.Emulator.Contacts[0].Id;
        _site.Emulator.Contacts.RemoveAt(0);

        using var reset = await _site.SendAsync(HttpMethod.Post, Root + "/reset", null, (header, value));
        using var read = await _site.GetAsync(Root + "/requests", (header, value));
        using var events = await _site.GetAsync(Root + "/events", (header, value));

        new[] { reset, read, events }.Should().OnlyContain(response => response.StatusCode == HttpStatusCode.Forbidden);
        _site.Emulator.Contacts.Should().NotContain(one => one.Id == contact);
    }

    [Fact]
    public async Task The_emulators_own_page_may()
    {
        using var response = await _site.SendAsync(
            HttpMethod.Post, Root + "/reset", null, ("Origin", _site.Address), ("Sec-Fetch-Site", "same-origin"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.Should().NotContain(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("GET", "/reset", 405, "POST")]
    [InlineData("DELETE", "/requests", 405, "GET")]
    [InlineData("GET", "/nothing", 404, null)]
    [InlineData("GET", "", 404, null)]
    public async Task What_there_is_not_says_what_there_is(string method, string path, int status, string? allowed)
    {
        using var response = await _site.SendAsync(new HttpMethod(method), Root + path);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.Allow.Should().BeEquivalentTo(allowed is null ? [] : [allowed]);
        (await response.Content.ReadAsStringAsync()).Should().Contain("/__emulator/");
    }

    [Fact]
    public async Task Nothing_of_it_is_a_request_to_the_api()
    {
        foreach (var path in new[] { "/requests", "/operations", "/nothing" })
        {
            using var response = await _site.GetAsync(Root + path);
        }

        using var page = await _site.GetAsync("/", ("Accept", "text/html"));

        // Each was answered; if one were a request, it would come before this one.
        using var request = await _site.GetAsync("/nowhere");
        Numbers(await _site.RequestsAsync(1)).Should().Equal(1);
        _site.Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_operations_are_those_of_the_contract() =>
        (await _site.JsonAsync(Root + "/operations")).EnumerateArray().Select(name => name.GetString())
            .Should().BeEquivalentTo(typeof(ContactsOperations).GetFields().Select(field => (string)field.GetRawConstantValue()!));

    private static IEnumerable<long> Numbers(JsonElement requests) =>
        requests.EnumerateArray().Select(request => request.GetProperty("number").GetInt64());

    private static async Task<string> RefusalAsync(HttpResponseMessage response)
    {
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("message").GetString()!;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? body = null) => _site.SendAsync(HttpMethod.Post, Root + path, body);
}
