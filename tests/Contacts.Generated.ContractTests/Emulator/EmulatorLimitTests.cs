using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>An emulator that runs for days in front of a browser takes no more memory, and shows nothing to strangers.</summary>
public sealed class EmulatorLimitTests
{
    [Fact]
    public async Task The_oldest_bodies_are_let_go_and_their_requests_stay()
    {
        await using var emulator = ContactsEmulator.Start(options => options.MaxRequestLogBytes = 50_000);
        using var http = new EmulatorHttp(emulator);
        for (var i = 0; i < 8; i++)
        {
            (await UploadAsync(http, new byte[10_000], "image/png")).Dispose();
        }

        var requests = emulator.Requests;

        requests.Should().HaveCount(8).And.OnlyContain(request => request.Operation == ContactsOperations.UploadAvatar);
        requests.Select(request => request.BodyBytes is not null).Should().BeInAscendingOrder();
        requests[0].BodyBytes.Should().BeNull();
        requests[0].Headers["content-length"].Should().NotBe("0");
        requests[^1].BodyBytes!.Value.Length.Should().BeGreaterThan(10_000);
    }

    [Fact]
    public async Task A_log_without_room_for_a_body_keeps_the_latest_request()
    {
        await using var emulator = ContactsEmulator.Start(options => options.MaxRequestLogBytes = 0);
        using var http = new EmulatorHttp(emulator);

        for (var i = 0; i < 3; i++)
        {
            (await http.SendAsync("PUT", "/contacts/" + emulator.Contacts[0].Id, EmulatorHttp.Json("{}"))).Dispose();
        }

        emulator.Requests.Should().ContainSingle().Which.Body.Should().BeNull();
    }

    [Fact]
    public async Task A_body_that_a_test_was_given_stays_with_it()
    {
        await using var emulator = ContactsEmulator.Start(options => options.MaxRequestLogBytes = 20_000);
        using var http = new EmulatorHttp(emulator);
        (await UploadAsync(http, new byte[10_000], "image/png")).Dispose();
        var first = emulator.Requests[0];

        (await UploadAsync(http, new byte[10_000], "image/png")).Dispose();

        emulator.Requests[0].BodyBytes.Should().BeNull();
        first.BodyBytes.Should().NotBeNull();
    }

    [Fact]
    public async Task The_oldest_uploads_are_let_go_and_their_addresses_say_so()
    {
        await using var emulator = ContactsEmulator.Start(options => options.MaxUploadBytes = 25_000);
        using var http = new EmulatorHttp(emulator);
        var addresses = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            addresses.Add(await AddressOfUploadAsync(http, [.. Enumerable.Repeat((byte)i, 10_000)], "image/png"));
        }

        addresses.Should().OnlyHaveUniqueItems();
        (await http.DownloadAsync(addresses[3])).Should().HaveCount(10_000).And.OnlyContain(value => value == 3);
        (await http.DownloadAsync(addresses[2])).Should().OnlyContain(value => value == 2);
        using var client = new HttpClient();
        using var gone = await client.GetAsync(addresses[0]);
        gone.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync()).Should().Contain("MaxUploadBytes");
        emulator.Reset();
        using var unknown = await client.GetAsync(addresses[0]);
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Memory_stays_within_the_budgets_however_much_is_uploaded()
    {
        await using var emulator = ContactsEmulator.Start(
            options => (options.MaxRequestLogBytes, options.MaxUploadBytes) = (4 << 20, 4 << 20));
        using var http = new EmulatorHttp(emulator);
        (await UploadAsync(http, new byte[900_000], "image/png")).Dispose();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 60; i++)
        {
            (await UploadAsync(http, new byte[900_000], "image/png")).Dispose();
        }

        // Twice 54 MB would be kept without budgets.
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(40L << 20);
        emulator.Requests.Should().HaveCount(61);
    }

    [Theory]
    [InlineData("text/html", "page.html")]
    [InlineData("image/svg+xml", "picture.svg")]
    [InlineData("application/xhtml+xml", "page.xhtml")]
    [InlineData("text/javascript", "script.js")]
    [InlineData("image/png", "picture.png")]
    public async Task An_upload_is_never_run_by_a_browser(string contentType, string name)
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);
        var address = await AddressOfUploadAsync(http, "<script>1</script>"u8.ToArray(), contentType, name);

        using var client = new HttpClient();
        using var response = await client.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(contentType);
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:1234", 200)]
    [InlineData("LOCALHOST:1234", 200)]
    [InlineData("localhost.", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:8080", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:80", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("evil.localhost", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("[::2]", 421)]
    public async Task Only_the_machines_own_names_are_answered(string host, int status)
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendAsync("GET", "/contacts?limit=1", null, ("Host", host));

        ((int)response.StatusCode).Should().Be(status);
        if (status != 200)
        {
            (await response.Content.ReadAsStringAsync()).Should().Contain("localhost, 127.0.0.1, [::1]").And.NotContain("evil");
        }
    }

    [Theory]
    [InlineData("GET http://evil.example/channel-service/v1/contacts HTTP/1.1\r\nHost: evil.example\r\n", "421")]
    [InlineData("GET http://evil.example/channel-service/v1/contacts HTTP/1.1\r\nHost: localhost\r\n", "400")]
    [InlineData("GET http://localhost:1/channel-service/v1/contacts?limit=1 HTTP/1.1\r\nHost: localhost:1\r\n", "200")]
    [InlineData("GET /channel-service/v1/contacts?limit=1 HTTP/1.0\r\n", "421")]
    [InlineData("GET /channel-service/v1/contacts?limit=1 HTTP/1.1\r\n", "400")]
    public async Task A_request_that_names_its_host_otherwise_is_no_way_in(string head, string status)
    {
        await using var emulator = ContactsEmulator.Start();
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, emulator.GatewayUrl.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "x-api-key: k\r\nConnection: close\r\n\r\n"));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync())!.Split(' ')[1].Should().Be(status);
    }

    [Theory]
    [InlineData(-1, 0, "MaxRequestLogBytes")]
    [InlineData(0, -1, "MaxUploadBytes")]
    public void A_budget_below_zero_is_refused(long log, long uploads, string name) =>
        FluentActions.Invoking(
            () => ContactsEmulator.Start(options => (options.MaxRequestLogBytes, options.MaxUploadBytes) = (log, uploads)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);

    [Fact]
    public async Task Many_start_at_once()
    {
        var starts = Enumerable.Range(0, 32).Select(_ => ContactsEmulator.StartAsync()).ToList();

        var emulators = await Task.WhenAll(starts);

        foreach (var emulator in emulators)
        {
            (await emulator.CreateClient().ListAsync()).Data.Should().NotBeEmpty();
        }

        emulators.Select(emulator => emulator.GatewayUrl).Should().OnlyHaveUniqueItems();
        await Task.WhenAll(emulators.Select(emulator => emulator.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_start_can_be_cancelled_and_fails_as_the_other_one()
    {
        var cancelled = new CancellationToken(canceled: true);
        await FluentActions.Awaiting(() => ContactsEmulator.StartAsync(cancellationToken: cancelled))
            .Should().ThrowAsync<OperationCanceledException>();

        await using var emulator = await ContactsEmulator.StartAsync();
        await FluentActions.Awaiting(() => ContactsEmulator.StartAsync(options => options.Port = emulator.GatewayUrl.Port))
            .Should().ThrowAsync<IOException>();
        await FluentActions.Awaiting(() => ContactsEmulator.StartAsync(options => options.Contacts = -1))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static async Task<HttpResponseMessage> UploadAsync(
        EmulatorHttp http, byte[] bytes, string contentType, string name = "avatar.png")
    {
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await http.SendAsync("POST", "/contacts/_fileupload", form);
    }

    private static async Task<string> AddressOfUploadAsync(EmulatorHttp http, byte[] bytes, string contentType, string name = "avatar.png")
    {
        using var response = await UploadAsync(http, bytes, contentType, name);
        return (await EmulatorHttp.ReadAsync(response)).GetProperty("url").GetString()!;
    }
}
