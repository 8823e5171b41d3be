namespace Contacts.Generated.Tests;

public class RefusedSecretTests
{
    private readonly FakeGateway _gateway = new();
    private int _asked;

    private ContactsCredential Credential =>
        field ??= ContactsCredential.ApiKey((_, _) => new ValueTask<string>("secret-" + Interlocked.Increment(ref _asked)));

    private IEnumerable<string?> Sent => _gateway.Requests.Select(request => request.Header("x-api-key"));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task After_a_401_the_call_is_sent_once_more_with_a_new_secret(int maxRetries)
    {
        _gateway.Then(401);

        var response = await TestClients.To(_gateway, Credential, o => o.MaxRetries = maxRetries).WithResponse.GetAsync("c1");

        Sent.Should().Equal("secret-1", "secret-2");
        response.Attempts.Should().HaveCount(2);
        response.Attempts[0].Status.Should().Be(401);
        response.Attempts[1].Should().Match<ContactsAttempt>(
            attempt => attempt.WaitReason == "credential" && attempt.Wait == TimeSpan.Zero);
    }

    [Fact]
    public async Task A_second_401_surfaces_and_its_secret_is_not_used_again()
    {
        _gateway.Then(401).Then(401);
        var client = TestClients.To(_gateway, Credential);

        (await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsAuthenticationException>())
            .Which.Attempts.Should().HaveCount(2);
        await client.GetAsync("c1");

        Sent.Should().Equal("secret-1", "secret-2", "secret-3");
    }

    [Fact]
    public async Task A_401_takes_nothing_from_the_retries()
    {
        _gateway.Then(401).Then(503).Then(503);

        await TestClients.To(_gateway, Credential).GetAsync("c1");

        Sent.Should().Equal("secret-1", "secret-2", "secret-2", "secret-2");
    }

    [Fact]
    public async Task A_secret_given_as_a_text_is_not_tried_twice()
    {
        _gateway.Then(401);

        await TestClients.To(_gateway).Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsAuthenticationException>();
        _gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_403_asks_for_nothing()
    {
        _gateway.Then(403);

        await TestClients.To(_gateway, Credential).Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsPermissionException>();
        _asked.Should().Be(1);
    }

    [Fact]
    public async Task What_is_not_idempotent_is_sent_again_too_for_a_401_means_that_nothing_was_done()
    {
        _gateway.Then(401).Then(200, "{}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "contacts/c1/notes")
        { Content = new ByteArrayContent("{}"u8.ToArray()) };

        using var response = await TestClients.To(_gateway, Credential).SendAsync(request);

        Sent.Should().Equal("secret-1", "secret-2");
        _gateway.Requests.Should().OnlyContain(sent => sent.Text == "{}");
    }

    [Fact]
    public async Task An_upload_that_can_be_rewound_is_sent_again()
    {
        _gateway.Then(401);

        await TestClients.To(_gateway, Credential)
            .UploadAvatarAsync(UploadContent.FromStream(new MemoryStream("picture"u8.ToArray()), "a.png"));

        Sent.Should().Equal("secret-1", "secret-2");
        _gateway.Requests.Should().OnlyContain(sent => sent.Text.Contains("picture"));
    }

    [Fact]
    public async Task An_upload_that_cannot_be_rewound_shows_its_401()
    {
        _gateway.Then(401);
        var client = TestClients.To(_gateway, Credential);

        await client.Invoking(c => c.UploadAvatarAsync(UploadContent.FromStream(new Seekless("picture"u8.ToArray()), "a.png")))
            .Should().ThrowAsync<ContactsAuthenticationException>();
        await client.GetAsync("c1");

        Sent.Should().Equal("secret-1", "secret-2");
    }

    [Fact]
    public async Task An_older_calls_401_does_not_throw_a_newer_secret_away()
    {
        var firstIsIn = new TaskCompletionSource();
        var refuseFirst = new TaskCompletionSource();
        _gateway.Then(async (_, _) =>
        {
            firstIsIn.SetResult();
            await refuseFirst.Task;
            return FakeGateway.Answer(401);
        });
        var client = TestClients.To(_gateway, Credential);

        var older = client.GetAsync("c1");
        await firstIsIn.Task;
        _gateway.Then(401);
        await client.GetAsync("c2");
        refuseFirst.SetResult();
        await older;

        Sent.Should().Equal("secret-1", "secret-1", "secret-2", "secret-2");
        _asked.Should().Be(2);
    }

    [Fact]
    public async Task Many_refused_calls_share_one_new_secret()
    {
        const int Calls = 8;
        var arrived = 0;
        var all = new TaskCompletionSource();
        for (var call = 0; call < Calls; call++)
        {
            _gateway.Then(async (_, _) =>
            {
                if (Interlocked.Increment(ref arrived) == Calls)
                {
                    all.SetResult();
                }

                await all.Task;
                return FakeGateway.Answer(401);
            });
        }

        var client = TestClients.To(_gateway, Credential);
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(number => client.GetAsync("c" + number)));

        _asked.Should().Be(2);
        Sent.Take(Calls).Should().OnlyContain(secret => secret == "secret-1");
        Sent.Skip(Calls).Should().HaveCount(Calls).And.OnlyContain(secret => secret == "secret-2");
    }
}
