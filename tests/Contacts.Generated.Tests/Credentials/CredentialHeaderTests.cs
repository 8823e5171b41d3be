namespace Contacts.Generated.Tests;

public class CredentialHeaderTests
{
    private readonly FakeGateway _gateway = new();

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "ApiKey", "x-api-key", "secret-1" },
        { "AccessToken", "x-access-token", "secret-1" },
        { "BearerToken", "Authorization", "Bearer secret-1" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_has_its_header_and_no_other(string kind, string header, string value)
    {
        foreach (var isCallback in new[] { false, true })
        {
            await Make(kind, isCallback).GetAsync("c1");
            var sent = _gateway.Requests[^1];

            sent.Header(header).Should().Be(value);
            new[] { "x-api-key", "x-access-token", "Authorization" }.Count(name => sent.Header(name) is not null).Should().Be(1);
            sent.Header("x-organization-id").Should().Be("org_1");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_operation_is_signed(string kind, string header, string value)
    {
        var client = Make(kind, isCallback: true);
        await client.ListAsync();
        await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[8], "a.png"));
        await using var export = await client.ExportCsvAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
        using var response = await client.SendAsync(request);

        _gateway.Requests.Should()
            .HaveCount(4).And.OnlyContain(sent => sent.Header(header) == value && sent.Header("x-organization-id") == "org_1");
    }

    [Fact]
    public async Task Without_an_organization_none_is_sent()
    {
        await TestClients.To(_gateway).GetAsync("c1");

        _gateway.Requests[0].Header("x-organization-id").Should().BeNull();
    }

    [Fact]
    public void A_bearer_token_needs_an_organization()
    {
        var text = () => TestClients.To(_gateway, o => (o.ApiKey, o.BearerToken) = (null, "secret-1"));
        var callback = () => TestClients.To(_gateway, ContactsCredential.BearerToken((_, _) => new("secret-1")));
        var view = () => TestClients.To(_gateway)
            .WithOptions(new ContactsRequestOptions { Credential = ContactsCredential.BearerToken((_, _) => new("secret-1")) });

        foreach (var make in new[] { text, callback, view })
        {
            make.Should().Throw<ArgumentException>().WithMessage("*OrganizationId*").Which.Message.Should().NotContain("secret-1");
        }
    }

    [Fact]
    public async Task A_view_acts_for_another_user_of_another_organization()
    {
        var client = TestClients.To(_gateway, o => o.OrganizationId = "org_1");
        var view = client.WithOptions(
            new ContactsRequestOptions { Credential = ContactsCredential.BearerToken((_, _) => new("users")), OrganizationId = "org_2" });
        await view.GetAsync("c1");
        await client.GetAsync("c1");

        _gateway.Requests[0].Should().Match<SentRequest>(sent => sent.Header("Authorization") == "Bearer users"
            && sent.Header("x-organization-id") == "org_2" && sent.Header("x-api-key") == null);
        _gateway.Requests[1].Should().Match<SentRequest>(sent =>
            sent.Header("Authorization") == null && sent.Header("x-organization-id") == "org_1" && sent.Header("x-api-key") == "key-1");
    }

    [Fact]
    public void A_callback_is_needed()
    {
        foreach (var make in new Func<Func<ContactsCredentialContext, CancellationToken, ValueTask<string>>,
            ContactsCredential>[] { ContactsCredential.ApiKey, ContactsCredential.AccessToken, ContactsCredential.BearerToken })
        {
            make.Invoking(m => m(null!)).Should().Throw<ArgumentNullException>();
        }
    }

    private ContactsClient Make(string kind, bool isCallback) => TestClients.To(_gateway, options =>
    {
        (options.ApiKey, options.OrganizationId) = (null, "org_1");
        switch (kind)
        {
            case "ApiKey" when isCallback:
                options.Credential = ContactsCredential.ApiKey((_, _) => new("secret-1"));
                break;
            case "ApiKey":
                options.ApiKey = "secret-1";
                break;
            case "AccessToken" when isCallback:
                options.Credential = ContactsCredential.AccessToken((_, _) => new("secret-1"));
                break;
            case "AccessToken":
                options.AccessToken = "secret-1";
                break;
            case "BearerToken" when isCallback:
                options.Credential = ContactsCredential.BearerToken((_, _) => new("secret-1"));
                break;
            default:
                options.BearerToken = "secret-1";
                break;
        }
    });
}
