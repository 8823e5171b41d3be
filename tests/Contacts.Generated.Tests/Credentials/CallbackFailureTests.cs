namespace Contacts.Generated.Tests;

public class CallbackFailureTests
{
    private readonly FakeGateway _gateway = new();

    public static TheoryData<Exception> Failures => new()
    {
        new InvalidOperationException("vault is sealed"),
        new HttpRequestException("vault is away"),
        new TimeoutException("vault is slow"),
        new TaskCanceledException("vault's own limit"),
        new Polly.Timeout.TimeoutRejectedException("vault's policy"),
        new ContactsServerException(503),
        new ContactsAuthenticationException(),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_callbacks_own_exception_surfaces_untouched_and_the_next_call_asks_again(Exception failure)
    {
        var asked = 0;
        var client = TestClients.To(
            _gateway, ContactsCredential.ApiKey((_, _) => ++asked == 1 ? throw failure : new ValueTask<string>("secret-2")));

        (await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(failure);
        asked.Should().Be(1, "it is not retried");
        _gateway.Requests.Should().BeEmpty();

        await client.GetAsync("c1");
        asked.Should().Be(2);
    }

    [Fact]
    public async Task Where_a_callback_threw_stays_visible()
    {
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey((_, _) => throw new InvalidOperationException("sealed")));

        (await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<InvalidOperationException>())
            .Which.StackTrace.Should().Contain(nameof(Where_a_callback_threw_stays_visible));
    }

    [Fact]
    public async Task All_who_wait_for_a_failing_run_see_it_fail()
    {
        var source = new SecretSource();
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey(source.AskAsync));
        var calls = Enumerable.Range(0, 5).Select(_ => client.GetAsync("c1")).ToList();
        (await source.RunAsync(0)).Answer.SetException(new InvalidOperationException("sealed"));

        foreach (var call in calls)
        {
            await call.Invoking(task => task).Should().ThrowAsync<InvalidOperationException>();
        }

        source.Count.Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("secret\r\nx-injected: 1")]
    [InlineData("secret\n")]
    [InlineData("sëcret")]
    [InlineData(" secret")]
    [InlineData("secret\u0001")]
    public async Task A_secret_that_no_header_can_carry_is_an_error_before_anything_is_sent(string? secret)
    {
        var asked = 0;
        var client = TestClients.To(_gateway, ContactsCredential.BearerToken(
            (_, _) => new ValueTask<string>(++asked == 1 ? secret! : "good")), o => o.OrganizationId = "org_1");

        var error = (await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<InvalidOperationException>()).Which;
        error.ToString().Should().Contain("BearerToken").And.NotContain("x-injected").And.NotContain("sëcret");
        _gateway.Requests.Should().BeEmpty();

        await client.GetAsync("c1");
        asked.Should().Be(2, "the next call asks again");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("key\n")]
    [InlineData("kéy")]
    public void A_text_that_no_header_can_carry_is_refused_when_the_client_is_made(string secret)
    {
        foreach (var set in new Action<ContactsClientOptions>[] { o =>
            o.ApiKey = secret, o => o.AccessToken = secret, o => o.BearerToken = secret })
        {
            var options = new ContactsClientOptions { GatewayUrl = TestClients.Gateway, OrganizationId = "org_1" };
            set(options);

            options.Invoking(o => new ContactsClient(o)).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("kéy");
        }
    }

    [Fact]
    public async Task An_upload_whose_callback_fails_sends_nothing()
    {
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey((_, _) => throw new HttpRequestException("away")));

        await client.Invoking(c => c.UploadAvatarAsync(UploadContent.FromBytes(new byte[8], "a.png")))
            .Should().ThrowAsync<HttpRequestException>();
        _gateway.Requests.Should().BeEmpty();
    }
}
