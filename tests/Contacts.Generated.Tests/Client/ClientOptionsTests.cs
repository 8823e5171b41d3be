namespace Contacts.Generated.Tests;

/// <summary>Options are checked once, when the client is made, and the message says what to set.</summary>
public class ClientOptionsTests
{
    private const string Secret = "api_secret_value";

    private static readonly Dictionary<string, (Action<ContactsClientOptions> Break, string Message)> _mistakes = new()
    {
        ["no credential"] = (options =>
            options.ApiKey = null, "*No credential*Set one of ApiKey, AccessToken, BearerToken and Credential*IMBRACE_API_KEY*"),
        ["two credentials"] = (options => options.AccessToken = Secret, "*More than one credential*Set exactly one*"),
        ["a text and a callback"] =
            (options => options.Credential = ContactsCredential.ApiKey((_, _) => new("k")), "*More than one credential*Set exactly one*"),
        ["an empty key"] = (options => options.ApiKey = "", "*ApiKey is empty or blank*"),
        ["a blank key"] = (options => options.ApiKey = "  ", "*ApiKey is empty or blank*"),
        ["a key with a line break"] =
            (options => options.ApiKey = Secret + "\n", "*ApiKey contains a character that a header cannot carry*"),
        ["a key with a header in it"] = (options => options.ApiKey = Secret + "\r\nx-evil: 1", "*ApiKey contains a character*"),
        ["a key that is not ASCII"] = (options => options.ApiKey = Secret + "ü", "*ApiKey contains a character*"),
        ["a key with a blank at its end"] = (options => options.ApiKey = Secret + " ", "*ApiKey contains a character*"),
        ["a token with a tab"] =
            (options => (options.ApiKey, options.AccessToken) = (null, Secret + "\tx"), "*AccessToken contains a character*"),
        ["a JWT without an organization"] = (options =>
            (options.ApiKey, options.BearerToken) = (null, "a.b.c"), "*bearer token requires an organization*Set OrganizationId*"),
        ["a JWT callback without an organization"] =
            (options => (options.ApiKey, options.Credential) = (null, ContactsCredential.BearerToken((_, _) => new("a.b.c"))),
                "*bearer token requires an organization*"),
        ["a blank organization"] = (options => options.OrganizationId = " ", "*OrganizationId is empty or blank*"),
        ["an organization with a line break"] = (options => options.OrganizationId = "org\n1", "*OrganizationId contains a character*"),
        ["no gateway"] = (options => options.GatewayUrl = null, "*GatewayUrl is not set*ContactsGateways*IMBRACE_GATEWAY_URL*"),
        ["a relative gateway"] = (options =>
            options.GatewayUrl = new Uri("gateway/x", UriKind.Relative), "*GatewayUrl must be an absolute http or https address*"),
        ["a gateway that is a path"] = (options =>
            options.GatewayUrl = new Uri("/gateway", UriKind.RelativeOrAbsolute), "*GatewayUrl must be an absolute http or https address*"),
        ["a gateway of another scheme"] =
            (options => options.GatewayUrl = new Uri("ftp://gateway.example"), "*GatewayUrl must be an absolute http or https address*"),
        ["a gateway with the service's path"] =
            (options =>
                options.GatewayUrl = new Uri("https://gateway.example/channel-service/v1"), "*GatewayUrl*channel-service/v1*root only*"),
        ["a gateway with the service's path and a slash"] =
            (options =>
                options.GatewayUrl = new Uri("https://gateway.example/x/Channel-Service/v1/"), "*GatewayUrl*channel-service/v1*root only*"),
        ["a gateway with half of the service's path"] =
            (options =>
                options.GatewayUrl = new Uri("https://gateway.example/channel-service"), "*GatewayUrl*channel-service/v1*root only*"),
        ["a gateway with a resource"] =
            (options => options.GatewayUrl = new Uri(
                "https://gateway.example/channel-service/v1/contacts"), "*GatewayUrl*channel-service/v1*root only*"),
        ["a gateway with a query"] =
            (options => options.GatewayUrl = new Uri("https://gateway.example/?a=1"), "*GatewayUrl must not have a query*root only*"),
        ["a gateway with a fragment"] =
            (options => options.GatewayUrl = new Uri("https://gateway.example/#a"), "*GatewayUrl must not have*root only*"),
        ["a gateway with a user"] = (options =>
            options.GatewayUrl = new Uri("https://user:" + Secret + "@gateway.example"), "*GatewayUrl must not have*user name*"),
        ["no timeout"] = (options => options.Timeout = TimeSpan.Zero, "*Timeout must be more than zero*"),
        ["a timeout without end"] = (options =>
            options.Timeout = System.Threading.Timeout.InfiniteTimeSpan, "*Timeout must be more than zero and at most one day*"),
        ["a timeout of days"] = (options => options.Timeout = TimeSpan.FromDays(2), "*Timeout must be*at most one day*"),
        ["a negative attempt timeout"] =
            (options => options.AttemptTimeout = TimeSpan.FromSeconds(-1), "*AttemptTimeout must be more than zero*"),
        ["negative retries"] = (options => options.MaxRetries = -1, "*MaxRetries must be 0 to 10*"),
        ["too many retries"] = (options => options.MaxRetries = 11, "*MaxRetries must be 0 to 10*"),
        ["a negative retry delay"] = (options => options.RetryDelay = TimeSpan.FromTicks(-1), "*RetryDelay must be zero to one minute*"),
        ["a body limit of nothing"] = (options => options.MaxResponseBytes = 0, "*MaxResponseBytes must be 1 KiB to 1 GiB*"),
        ["a body limit without end"] = (options => options.MaxResponseBytes = long.MaxValue, "*MaxResponseBytes must be*"),
        ["an unknown dialect"] = (options => options.Dialect = (ContactsDialect)7, "*Dialect must be WebApp or VendorSdk*"),
        ["no clock"] = (options => options.TimeProvider = null!, "*TimeProvider is null*"),
    };

    public static TheoryData<string> Mistakes => [.. _mistakes.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_remedy_and_without_the_secret(string mistake)
    {
        var (breakIt, message) = _mistakes[mistake];
        var options = new ContactsClientOptions { GatewayUrl = TestClients.Root, ApiKey = Secret };
        breakIt(options);

        var refusal = FluentActions.Invoking(() => new ContactsClient(options, new HttpClient(new FakeGateway().CreateHandler())))
            .Should().Throw<ArgumentException>().WithMessage(message).Which;

        refusal.ParamName.Should().Be("options");
        refusal.ToString().Should().NotContain(Secret);
    }

    [Fact]
    public void Missing_arguments_are_named()
    {
        FluentActions.Invoking(() => new ContactsClient(null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("options").WithMessage("*GatewayUrl and a credential*");
        FluentActions.Invoking(() => new ContactsClient(new ContactsClientOptions(), (HttpClient)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("httpClient");
        FluentActions.Invoking(() => new FakeGateway().Client().WithOptions(null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("options");
    }

    [Fact]
    public async Task Options_are_read_once()
    {
        var gateway = new FakeGateway();
        var options = new ContactsClientOptions { GatewayUrl = TestClients.Root, ApiKey = "api_first" };
        var client = new ContactsClient(options, new HttpClient(gateway.CreateHandler()));
        (options.ApiKey, options.GatewayUrl, options.Dialect) =
            ("api_second", new Uri("https://elsewhere.example"), ContactsDialect.VendorSdk);

        await client.SearchAsync("x");

        gateway.Single.Headers["x-api-key"].Should().Be("api_first");
        gateway.Single.Address.Host.Should().Be("gateway.example");
        gateway.Single.Query.Should().Contain(("type", "text"));
    }

    [Theory]
    [InlineData("https://gateway.example", "https://gateway.example/channel-service/v1/contacts")]
    [InlineData("https://gateway.example/", "https://gateway.example/channel-service/v1/contacts")]
    [InlineData("http://localhost:9001//", "http://localhost:9001/channel-service/v1/contacts")]
    [InlineData("http://gateway.example:6868/api", "http://gateway.example:6868/api/channel-service/v1/contacts")]
    [InlineData("http://gateway.example:6868/api/", "http://gateway.example:6868/api/channel-service/v1/contacts")]
    [InlineData("https+http://gateway/api", "https+http://gateway/api/channel-service/v1/contacts")]
    [InlineData("https://gateway.example/my-channel-service", "https://gateway.example/my-channel-service/channel-service/v1/contacts")]
    public async Task A_gateways_root_is_taken_with_and_without_a_slash(string root, string address)
    {
        var gateway = new FakeGateway();

        await gateway.Client(options => options.GatewayUrl = new Uri(root)).ListAsync();

        gateway.Single.Address.AbsoluteUri.Should().Be(address);
    }

    [Theory]
    [InlineData("https+http://gateway")]
    [InlineData("http+https://gateway/api")]
    public void A_name_of_service_discovery_needs_somebody_who_resolves_it(string gateway)
    {
        var options = new ContactsClientOptions { GatewayUrl = new Uri(gateway), ApiKey = Secret };

        FluentActions.Invoking(() => new ContactsClient(options))
            .Should().Throw<ArgumentException>()
                .WithMessage("GatewayUrl is a service discovery address*AddContactsClient*").WithParameterName("options");
        FluentActions.Invoking(() => new ContactsClient(options, new HttpClient(new FakeGateway().CreateHandler()))).Should().NotThrow();
    }

    [Fact]
    public void The_variables_are_read()
    {
        var options = EnvironmentOptions.Read(name => name switch
        {
            "IMBRACE_API_KEY" => " api_1\n",
            "IMBRACE_ACCESS_TOKEN" => "",
            "IMBRACE_ORGANIZATION_ID" => "org_1",
            "IMBRACE_GATEWAY_URL" => "https://gateway.example",
            _ => null,
        });

        options.ApiKey.Should().Be("api_1", "a shell's line break at the end is not part of the key");
        options.AccessToken.Should().BeNull("an empty variable is one that is not set");
        options.OrganizationId.Should().Be("org_1");
        options.GatewayUrl.Should().Be(new Uri("https://gateway.example"));
    }

    [Theory]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", "org_1", true)]
    [InlineData(" eyJhbGciOiJub25lIn0.e30.c2ln\n", "org_1", true)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", "org_1", true)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", null, false)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", " ", false)]
    [InlineData("eyJhbGciOiJub25lIn0.e30", "org_1", false)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.iv.text.tag", "org_1", false)]
    [InlineData("EYJhbGciOiJub25lIn0.e30.c2ln", "org_1", false)]
    [InlineData("acc.e30.c2ln", "org_1", false)]
    public void A_JWT_of_the_environment_is_a_bearer_token_when_an_organization_is_set(string token, string? organization, bool isBearer)
    {
        var options = EnvironmentOptions.Read(name => name switch
        {
            "IMBRACE_ACCESS_TOKEN" => token,
            "IMBRACE_ORGANIZATION_ID" => organization,
            _ => null,
        });

        (options.BearerToken, options.AccessToken).Should().Be(isBearer ? (token.Trim(), null) : (null, token.Trim()));
    }

    [Fact]
    public void Variables_that_are_not_set_are_an_error_only_when_a_client_is_made()
    {
        var options = EnvironmentOptions.Read(_ => null);

        options.GatewayUrl.Should().BeNull();
        FluentActions.Invoking(() => new ContactsClient(options)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_gateway_variable_that_is_no_address_is_named() =>
        FluentActions.Invoking(() => EnvironmentOptions.Read(name => name == "IMBRACE_GATEWAY_URL" ? "gateway" : null))
            .Should().Throw<ArgumentException>().WithMessage("*IMBRACE_GATEWAY_URL is not an absolute address*https://*");

    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        var options = new ContactsClientOptions();

        options.Timeout.Should().Be(TimeSpan.FromSeconds(100));
        options.AttemptTimeout.Should().Be(TimeSpan.FromSeconds(30));
        options.MaxRetries.Should().Be(2);
        options.RetryDelay.Should().Be(TimeSpan.FromSeconds(0.5));
        options.MaxResponseBytes.Should().Be(16 * 1024 * 1024);
        options.Dialect.Should().Be(ContactsDialect.WebApp);
        options.TimeProvider.Should().BeSameAs(TimeProvider.System);
        options.GatewayUrl.Should().BeNull("the application decides where its credential goes");
    }

    [Theory]
    [InlineData("RequestId", "")]
    [InlineData("RequestId", "line\nbreak")]
    [InlineData("RequestId", "12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("OrganizationId", " ")]
    [InlineData("Headers", "x-api-key")]
    [InlineData("Headers", "authorization")]
    [InlineData("Headers", "Content-Type")]
    [InlineData("Headers", "X-Request-Id")]
    [InlineData("Headers", "cookie")]
    [InlineData("Headers", "not a name")]
    public void A_view_refuses_what_it_cannot_send(string member, string value)
    {
        var options = new ContactsRequestOptions();
        switch (member)
        {
            case "RequestId":
                options.RequestId = value;
                break;
            case "OrganizationId":
                options.OrganizationId = value;
                break;
            default:
                options.Headers[value] = "1";
                break;
        }

        FluentActions.Invoking(() => new FakeGateway().Client().WithOptions(options))
            .Should().Throw<ArgumentException>().WithParameterName("options").WithMessage($"*{member}*");
    }

    [Fact]
    public void A_view_refuses_a_jwt_without_an_organization() =>
        FluentActions.Invoking(() => new FakeGateway()
            .Client().WithOptions(new ContactsRequestOptions { Credential = ContactsCredential.BearerToken((_, _) => new("a.b.c")) }))
            .Should().Throw<ArgumentException>().WithMessage("*Set OrganizationId*");
}
