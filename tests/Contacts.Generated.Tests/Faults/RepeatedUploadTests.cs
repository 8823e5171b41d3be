using System.Security.Cryptography;

namespace Contacts.Generated.Tests;

/// <summary>Handlers in an HttpClient of the application's own, of which only the body can tell that it is sent again.</summary>
public sealed class RepeatedUploadTests : IDisposable
{
    private readonly RecordedLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_is_not_sent_a_second_time(bool canSeek)
    {
        await using var server = await LoopbackServer.AnsweringAsync(503);
        using var http = Http(new RetryingHandler());
        var content = canSeek
            ? UploadContent.FromBytes(new byte[100_000], "a.png")
            : UploadContent.FromStream(new Seekless(new byte[100_000]), "a.png");

        var error = (await Client(server, http)
            .Invoking(it => it.UploadAvatarAsync(content)).Should().ThrowAsync<ContactsConnectionException>()).Which;

        server.Requests.Should().Be(1);
        error.Message.Should().Contain("a second time, which was refused").And.Contain("Remove the handler that repeats requests");
        error.InnerException!.ToString().Should().Contain("must not be repeated");
        error.Attempts.Should().ContainSingle();
        _logs.Lines.Should().ContainSingle(line => line.EventId == 6);
    }

    [Fact]
    public async Task A_body_that_may_be_repeated_is_and_that_is_told()
    {
        await using var server = await LoopbackServer.AnsweringAsync(503);
        using var http = Http(new RetryingHandler());
        var client = Client(server, http);

        await client.Invoking(static it => it.UpdateAsync("c1", new UpdateContactInput { Name = "Test" }))
            .Should().ThrowAsync<ContactsServerException>();

        server.Requests.Should().Be(4);
        _logs.Lines.Should().ContainSingle(line => line.EventId == 6).Which.Text.Should().Contain("4 times");
    }

    [Fact]
    public async Task A_handler_that_signs_a_body_reads_it_first()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, """{"url":"https://files.test/a.png"}""");
        using var http = Http(new Signing());

        await Client(server, http).UploadAvatarAsync(UploadContent.FromBytes(new byte[100], "a.png"));

        server.Requests.Should().Be(1);
        _logs.Lines.Should().NotContain(line => line.EventId == 6);
    }

    private static HttpClient Http(DelegatingHandler handler)
    {
        handler.InnerHandler = new SocketsHttpHandler { UseProxy = false };
        return new HttpClient(handler);
    }

    private ContactsClient Client(LoopbackServer server, HttpClient http) =>
        new(new ContactsClientOptions { GatewayUrl = server.Address, ApiKey = "key-1", MaxRetries = 0, LoggerFactory = _logs }, http);

    private sealed class Signing : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var hash = SHA256.Create();
            await using (var signed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            {
                await request.Content!.CopyToAsync(signed, cancellationToken);
            }

            request.Headers.Add("x-signature", Convert.ToHexString(hash.Hash!));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
