namespace Contacts.Generated.Tests;

/// <summary>An upload that is refused before it was read ends with the refusal, not with a broken connection.</summary>
public class EarlyRefusalTests
{
    private const int Tries = 20;

    private static readonly byte[] _file = new byte[4_000_000];

    [Theory]
    [CombinatorialClosings]
    public async Task An_early_refusal_is_seen_as_what_it_is(Closing closing, int status, Type expected)
    {
        await using var server = new EarlyServer(closing, status);

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var call = Client(server, static options => options.MaxRetries = 0).UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));
            (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsApiException>()).Which.Should().BeOfType(expected);
        }

        server.Heads.Should().HaveCount(Tries).And.OnlyContain(static head => head.Contains("Expect: 100-continue"));
    }

    [Theory]
    [InlineData(Closing.Close)]
    [InlineData(Closing.Reset)]
    [InlineData(Closing.HalfClose)]
    [InlineData(Closing.KeepOpen)]
    public async Task A_refusal_before_a_byte_of_the_file_is_tried_again_or_renews_the_credential(Closing closing)
    {
        await using var busy = new EarlyServer(closing, 503, 503, null);
        await using var strict = new EarlyServer(closing, 401, null);
        var secrets = new Queue<string>(["old", "new"]);

        var patient = await Client(busy).WithResponse.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));
        var renewed = await Client(strict, options =>
        {
            options.ApiKey = null;
            options.Credential = ContactsCredential.ApiKey((_, _) => new ValueTask<string>(secrets.Dequeue()));
        }).WithResponse.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));

        patient.Attempts.Select(static attempt => attempt.Status).Should().Equal(503, 503, 200);
        renewed.Attempts.Select(static attempt => attempt.Status).Should().Equal(401, 200);
        strict.Heads[1].Should().Contain("x-api-key: new");
    }

    [Fact]
    public async Task A_server_that_refuses_to_be_asked_gets_the_upload_at_once()
    {
        await using var server = new EarlyServer(Closing.Close, 417, null, null);
        var client = Client(server, static options => options.MaxRetries = 0);

        var first = await client.WithResponse.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));
        var second = await client.WithResponse.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));

        first.Attempts.Select(static attempt => (attempt.Status, attempt.Wait, attempt.WaitReason))
            .Should().Equal((417, TimeSpan.Zero, null), (200, TimeSpan.Zero, "expectation"));
        second.Attempts.Should().ContainSingle();
        server.Heads.Select(static head => head.Contains("Expect:")).Should().Equal(true, false, false);
    }

    [Fact]
    public async Task A_417_that_nobody_asked_for_is_an_error_like_any_other()
    {
        var bench = new Bench(Answer.Of(417));

        (await bench.Client.Awaiting(static it => it.UploadAvatarAsync(Bench.Picture)).Should().ThrowAsync<ContactsApiException>())
            .Which.Attempts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(64 * 1024 - 1, false)]
    [InlineData(64 * 1024, true)]
    [InlineData(null, true)]
    public async Task Only_what_is_long_or_of_unknown_length_asks_first(int? length, bool asks)
    {
        var asked = new List<bool?>();
        var bench = new Bench(Asked(asked, static () => { }));
        var content = length is { } bytes
            ? UploadContent.FromBytes(new byte[bytes], "a.png")
            : UploadContent.FromStream(new Seekless(new byte[3]), "a.png");

        await bench.Client.UploadAvatarAsync(content);

        asked.Should().Equal(asks ? true : null);
    }

    [Fact]
    public async Task Who_waited_one_out_does_not_ask_for_ten_minutes()
    {
        var asked = new List<bool?>();
        Bench bench = null!;
        bench = new Bench(Asked(asked, () => bench.Clock.Advance(TimeSpan.FromSeconds(1))));
        var views = new[] { bench.Client, bench.Client.WithOptions(new ContactsRequestOptions { MaxRetries = 0 }) };

        foreach (var client in views)
        {
            await client.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));
        }

        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await bench.Client.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));

        asked.Should().Equal(true, null, true);
    }

    [Fact]
    public async Task A_server_that_agrees_is_asked_again()
    {
        var asked = new List<bool?>();
        Bench bench = null!;
        bench = new Bench(Asked(asked, () => bench.Clock.Advance(TimeSpan.FromMilliseconds(200))));

        await bench.Client.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));
        await bench.Client.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png"));

        asked.Should().Equal(true, true);
    }

    [Fact]
    public async Task A_refusal_after_the_file_was_taken_is_not_tried_again()
    {
        var bench = new Bench(Answer.Of(503));

        (await bench.Client.Awaiting(static it => it.UploadAvatarAsync(UploadContent.FromBytes(_file, "a.png")))
            .Should().ThrowAsync<ContactsServerException>())
            .Which.Attempts.Should().ContainSingle();
    }

    /// <summary>Notes whether the request asks first, lets pass what the transport would wait, and takes it.</summary>
    private static Answer Asked(List<bool?> asked, Action waits) => Answer.From(
        async (request, cancellationToken) =>
        {
            asked.Add(request.Headers.ExpectContinue);
            if (request.Headers.ExpectContinue == true)
            {
                waits();
            }

            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StringContent("""{"url":"https://files.test/x.png"}""") };
        },
        takesContent: false);

    private static ContactsClient Client(EarlyServer server, Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = server.Address, ApiKey = "api_test", RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return new ContactsClient(options);
    }

    /// <summary>Every way to close with every refusal.</summary>
    private sealed class CombinatorialClosingsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from closing in Enum.GetValues<Closing>()
            from refusal in new (int Status, Type Expected)[]
            {
                (413, typeof(ContactsPayloadTooLargeException)),
                (401, typeof(ContactsAuthenticationException)),
                (403, typeof(ContactsPermissionException)),
                (503, typeof(ContactsServerException)),
            }
            select new object[] { closing, refusal.Status, refusal.Expected };
    }
}
