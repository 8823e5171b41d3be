namespace Contacts.Generated.Tests;

/// <summary>What a callback is told: enough for a cache that a fleet shares not to hand out the refused secret again.</summary>
public class CredentialContextTests
{
    private readonly FakeGateway _gateway = new();
    private readonly List<ContactsCredentialContext> _asked = [];
    private readonly ContactsClient _client;

    public CredentialContextTests() => _client = TestClients.To(_gateway, ContactsCredential.ApiKey((context, _) =>
    {
        _asked.Add(context);
        return new ValueTask<string>("secret-" + _asked.Count);
    }));

    [Fact]
    public async Task The_first_question_comes_without_a_refused_secret()
    {
        await _client.WithOptions(new ContactsRequestOptions { OrganizationId = "org_1" }).GetAsync("c1");

        _asked.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { RefusedSecret = (string?)null, Attempt = 1, OrganizationId = "org_1" });
    }

    [Fact]
    public async Task After_a_401_the_callback_learns_which_secret_was_refused_and_in_which_attempt_it_is_asked()
    {
        _gateway.Then(503).Then(401);

        await _client.GetAsync("c1");

        _asked.Select(static it => (it.RefusedSecret, it.Attempt)).Should().Equal((null, 1), ("secret-1", 3));
    }

    [Fact]
    public async Task A_parallel_call_is_told_of_the_secret_that_another_one_had_refused()
    {
        _gateway.Then(401).Then(401);
        await _client.Awaiting(static it => it.GetAsync("c1")).Should().ThrowAsync<ContactsAuthenticationException>();

        await _client.GetAsync("c2");

        _asked.Select(static it => (it.RefusedSecret, it.Attempt)).Should().Equal((null, 1), ("secret-1", 2), ("secret-2", 1));
    }

    [Fact]
    public async Task A_callback_that_fails_is_told_again()
    {
        var asked = new List<string?>();
        var client = TestClients.To(_gateway, ContactsCredential.ApiKey((context, _) =>
        {
            asked.Add(context.RefusedSecret);
            return asked.Count == 2 ? throw new InvalidOperationException("sealed") : new ValueTask<string>("secret-" + asked.Count);
        }));
        _gateway.Then(401);
        await client.Awaiting(static it => it.GetAsync("c1")).Should().ThrowAsync<InvalidOperationException>();

        await client.GetAsync("c1");

        asked.Should().Equal(null, "secret-1", "secret-1");
    }

    [Fact]
    public async Task After_Invalidate_no_secret_was_refused()
    {
        var credential = ContactsCredential.ApiKey((context, _) =>
        {
            _asked.Add(context);
            return new ValueTask<string>("secret");
        });
        var client = TestClients.To(_gateway, credential);
        await client.GetAsync("c1");

        credential.Invalidate();
        await client.GetAsync("c1");

        _asked.Should().HaveCount(2).And.OnlyContain(static it => it.RefusedSecret == null);
    }

    [Fact]
    public void Its_text_shows_no_secret_and_no_organization()
    {
        var context = new ContactsCredentialContext { RefusedSecret = "key-marker", Attempt = 2, OrganizationId = "org-marker" };

        context.ToString().Should().Be("attempt 2, secret refused");
        new ContactsCredentialContext().ToString().Should().Be("attempt 1");
    }
}
