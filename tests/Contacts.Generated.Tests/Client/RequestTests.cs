using System.Reflection;

namespace Contacts.Generated.Tests;

/// <summary>What every request has in common, whichever operation and dialect.</summary>
public class RequestTests
{
    private const string Awkward = "a&b=c+d Ünï/?#%25\"<>;,:@!'()*~日本😀";

    public static TheoryData<string, Engine> Calls
    {
        get
        {
            var rows = new TheoryData<string, Engine>();
            foreach (var operation in OperationCalls.All.Keys)
            {
                rows.Add(operation, Engine.SystemTextJson);
                rows.Add(operation, Engine.Newtonsoft);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_request_names_itself_its_sender_and_what_it_accepts(string operation, Engine engine)
    {
        var gateway = new FakeGateway();

        await OperationCalls.All[operation](gateway.Client(engine));

        var headers = gateway.Single.Headers;
        headers["x-request-id"].Should().MatchRegex("^[0-9a-f]{32}$");
        headers["User-Agent"].Should().MatchRegex(@"^Contacts\.Generated/\d+\.\d+\.\d+[^ ]* \(\.NET [^()]+\)$");
        headers["Accept"].Should().Be(operation == ContactsOperations.ExportCsv ? "text/csv, application/json; q=0.5" : "application/json");
        headers["x-api-key"].Should().Be("api_test_key");
        headers.Should().NotContainKeys("Authorization", "x-access-token", "x-organization-id", "Cookie");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_json_body_is_bytes_with_a_type_and_a_length(string operation, Engine engine)
    {
        var gateway = new FakeGateway();

        await OperationCalls.All[operation](gateway.Client(engine));

        var request = gateway.Single;
        if (request.Body is null)
        {
            request.Headers.Should().NotContainKeys("Content-Type", "Content-Length");
        }
        else if (operation != ContactsOperations.UploadAvatar)
        {
            request.Headers["Content-Type"].Should().Be("application/json");
            request.Headers["Content-Length"].Should().Be(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Body[0].Should().BeOneOf([(byte)'{', (byte)'['], "no byte order mark belongs into a request");
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_was_not_set_leaves_no_trace_in_the_address(string operation, Engine engine)
    {
        var gateway = new FakeGateway();

        await OperationCalls.All[operation](gateway.Client(engine, options => options.Dialect = ContactsDialect.VendorSdk));

        gateway.Single.Query.Where(parameter => parameter.Name != "q").Should().BeEmpty();
        gateway.Single.Address.OriginalString.Should()
            .NotContainAny("undefined", "null", "=&", "//contact", "{", "}").And.NotEndWith("?").And.NotEndWith("=");
    }

    [Fact]
    public async Task Request_ids_differ_from_call_to_call()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();

        await client.ListAsync();
        await client.ListAsync();

        gateway.Requests.Select(request => request.Headers["x-request-id"]).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public Task Query_values_survive_whatever_they_contain(string culture) => Cultures.RunAsync(culture, async () =>
    {
        var gateway = new FakeGateway();

        await gateway.Client()
            .SearchAsync(Awkward, new ContactsSearchOptions { Limit = 1234567, Skip = 0, Sort = "-İıI ß", Type = "a=b&c" });

        gateway.Single.Query.Should()
            .BeEquivalentTo([("q", Awkward), ("limit", "1234567"), ("skip", "0"), ("sort", "-İıI ß"), ("type", "a=b&c")]);
        gateway.Single.RawQuery.Should().MatchRegex("^[A-Za-z0-9%=&._~-]*$").And.Contain("c%2Bd%20").And.NotContain("+");
    });

    [Theory]
    [InlineData("con_1")]
    [InlineData("con/1")]
    [InlineData("a b")]
    [InlineData("%2e%2e")]
    [InlineData("..%2f")]
    [InlineData("...")]
    [InlineData("?x=1")]
    [InlineData("#top")]
    [InlineData("\\..\\x")]
    [InlineData("Ünï-日本😀")]
    [InlineData("con+1;v=2")]
    public async Task A_path_id_stays_one_segment(string id)
    {
        var gateway = new FakeGateway();

        await gateway.Client().GetFilesAsync(id);

        var path = gateway.Single.Address.AbsolutePath;
        path.Should().StartWith(TestClients.BasePath + "/contact/").And.EndWith("/files");
        var segment = path[(TestClients.BasePath + "/contact/").Length..^"/files".Length];
        segment.Should().NotContain("/");
        Uri.UnescapeDataString(segment).Should().Be(id);
        gateway.Single.RawQuery.Should().BeEmpty();
    }

    [Fact]
    public async Task The_path_of_a_gateway_comes_before_the_services()
    {
        var gateway = new FakeGateway();

        await gateway.Client(options => options.GatewayUrl = new Uri("https://proxy.example:8443/tenant/a/")).GetAsync("con_1");

        gateway.Single.Address.AbsoluteUri.Should().Be("https://proxy.example:8443/tenant/a/channel-service/v1/contacts/con_1");
    }

    [Fact]
    public async Task The_organization_goes_along_whenever_it_is_set()
    {
        var gateway = new FakeGateway();

        await gateway.Client(options => options.OrganizationId = "org_1").ListAsync();
        await gateway.Client(options => (options.BearerToken, options.OrganizationId) = ("a.b.c", "org_2")).ListAsync();

        gateway.Requests[0].Headers.Should().Contain("x-organization-id", "org_1").And.Contain("x-api-key", "api_test_key");
        gateway.Requests[1].Headers.Should().Contain("x-organization-id", "org_2").And.Contain("Authorization", "Bearer a.b.c");
    }

    [Fact]
    public async Task A_view_changes_headers_for_its_own_calls_only()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();
        var options = new ContactsRequestOptions { RequestId = "my-call-1", OrganizationId = "org_9", Headers = { ["x-tenant"] = "blue" } };

        await client.WithOptions(options).ListAsync();
        await client.ListAsync();

        gateway.Requests[0].Headers.Should()
            .Contain("x-request-id", "my-call-1").And.Contain("x-organization-id", "org_9").And.Contain("x-tenant", "blue");
        gateway.Requests[1].Headers.Should().NotContainKeys("x-organization-id", "x-tenant");
        gateway.Requests[1].Headers["x-request-id"].Should().NotBe("my-call-1");
    }

    [Fact]
    public void Every_operation_of_the_contract_is_called_here() =>
        OperationCalls.All.Keys.Should().BeEquivalentTo(
            typeof(ContactsOperations)
                .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!));
}
