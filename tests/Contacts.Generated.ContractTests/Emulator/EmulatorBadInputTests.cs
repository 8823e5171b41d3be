using System.Net.Sockets;
using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorBadInputTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorBadInputTests() => _http = new EmulatorHttp(_emulator);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData("/contacts?limit=0", "limit")]
    [InlineData("/contacts?limit=-1", "limit")]
    [InlineData("/contacts?limit=abc", "limit")]
    [InlineData("/contacts?limit=", "limit")]
    [InlineData("/contacts?limit=1.5", "limit")]
    [InlineData("/contacts?limit=99999999999", "limit")]
    [InlineData("/contacts?limit=1&limit=2", "limit")]
    [InlineData("/contacts?skip=-1", "skip")]
    [InlineData("/contacts?skip=x", "skip")]
    [InlineData("/contacts?offset=-1", "offset")]
    [InlineData("/contacts?sort=email&sort=email", "sort")]
    [InlineData("/contacts/_search", "q")]
    [InlineData("/contacts/_search?q=", "q")]
    [InlineData("/contacts/_search?q=+", "q")]
    [InlineData("/notifications?limit=0", "limit")]
    [InlineData("/notifications?skip=%00", "skip")]
    [InlineData("/contacts/CONTACT/comments?limit=0", "limit")]
    [InlineData("/contacts/CONTACT/message_comments?skip=x", "skip")]
    public async Task A_parameter_that_cannot_be_is_named(string path, string field)
    {
        using var response = await _http.SendAsync("GET", path.Replace("CONTACT", _emulator.Contacts[0].Id, StringComparison.Ordinal));

        ((int)response.StatusCode).Should().Be(400);
        var error = await EmulatorHttp.ReadAsync(response);
        error.GetProperty("code").GetInt32().Should().Be(40000);
        error.GetProperty("field").GetString().Should().Be(field);
    }

    [Theory]
    [InlineData("PUT", "/contacts/CONTACT", "{")]
    [InlineData("PUT", "/contacts/CONTACT", "")]
    [InlineData("PUT", "/contacts/CONTACT", "[]")]
    [InlineData("PUT", "/contacts/CONTACT", "null")]
    [InlineData("PUT", "/contacts/CONTACT", """{"email":5}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"labels":"vip"}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"labels":[1]}""")]
    [InlineData("POST", "/contacts", "")]
    [InlineData("POST", "/contacts", "[]")]
    [InlineData("POST", "/contacts", """{"email":5}""")]
    [InlineData("POST", "/contacts", """{"channel_type":["web"]}""")]
    [InlineData("POST", "/contacts", """{"labels":"vip"}""")]
    [InlineData("POST", "/contacts/_search", """{"limit":5}""")]
    [InlineData("POST", "/contacts/_search", """["query"]""")]
    [InlineData("POST", "/contacts/CONTACT/comments", "{}")]
    [InlineData("POST", "/contacts/CONTACT/comments", """{"content":" "}""")]
    [InlineData("POST", "/contacts/CONTACT/comments", """{"content":1}""")]
    [InlineData("PUT", "/notifications/read", "[")]
    [InlineData("PUT", "/notifications/read", "[]")]
    [InlineData("PUT", "/notifications/read", "[1]")]
    [InlineData("PUT", "/notifications/read", "5")]
    [InlineData("PUT", "/notifications/read", "{}")]
    [InlineData("PUT", "/notifications/read", """{"notification_id":[]}""")]
    [InlineData("DELETE", "/notifications/dismiss", "")]
    [InlineData("DELETE", "/notifications/dismiss", "[]")]
    [InlineData("DELETE", "/notifications/dismiss", """{"notification_id":7}""")]
    [InlineData("POST", "/notifications/dismiss", "{\"ids\":[")]
    public async Task A_body_that_cannot_be_is_refused_and_changes_nothing(string method, string path, string body)
    {
        var contact = _emulator.Contacts[0];
        var before = (contact.Email, contact.UpdatedAt);

        using var response = await _http.SendAsync(
            method, path.Replace("CONTACT", contact.Id, StringComparison.Ordinal), EmulatorHttp.Json(body));

        ((int)response.StatusCode).Should().Be(400);
        (await EmulatorHttp.ReadAsync(response)).GetProperty("code").GetInt32().Should().Be(40000);
        (contact.Email, contact.UpdatedAt).Should().Be(before);
        _emulator.Contacts.Should().HaveCount(25);
        _emulator.Notifications.Should().HaveCount(30);
    }

    [Theory]
    [InlineData("PUT", "/contacts/CONTACT", "text/plain")]
    [InlineData("PUT", "/notifications/read", "text/plain")]
    [InlineData("DELETE", "/notifications/dismiss", "text/json")]
    [InlineData("PUT", "/contacts/CONTACT", "application/x-www-form-urlencoded")]
    public async Task The_gateway_swallows_bodies_of_media_types_that_it_parses_itself(string method, string path, string mediaType)
    {
        var unread = _emulator.Notifications.Count(notification => !notification.IsRead);
        var body = path.EndsWith("CONTACT", StringComparison.Ordinal) ? """{"display_name":"x"}""" : $"""["{_emulator.Notifications[0].Id}"]""";

        using var response = await _http.SendAsync(method, path.Replace(
            "CONTACT", _emulator.Contacts[0].Id, StringComparison.Ordinal), new StringContent(body, Encoding.UTF8, mediaType));

        ((int)response.StatusCode).Should().Be(400);
        _emulator.Requests[^1].Body.Should().Be(body, "what was sent is recorded as it came");
        _emulator.Notifications.Count(notification => !notification.IsRead).Should().Be(unread);
        _emulator.Contacts[0].DisplayName.Should().NotBe("x");
    }

    [Theory]
    [InlineData("GET", "/channel-service/v1/nothing")]
    [InlineData("GET", "/channel-service/v1")]
    [InlineData("GET", "/channel-service")]
    [InlineData("GET", "/channel-service/v2/contacts")]
    [InlineData("GET", "/channel-service/v1/contacts/")]
    [InlineData("GET", "/channel-service/v1//contacts")]
    [InlineData("GET", "/channel-service/v1/contacts//comments")]
    [InlineData("DELETE", "/channel-service/v1/contacts/")]
    [InlineData("PATCH", "/channel-service/v1/contacts/con_1")]
    [InlineData("GET", "/channel-service/v1/contacts/con_1/con_2/con_3")]
    [InlineData("GET", "/channel-service/v1/contacts/con_1/<script>")]
    [InlineData("OPTIONS", "/channel-service/v1/contacts")]
    [InlineData("BREW", "/channel-service/v1/contacts")]
    public async Task The_service_has_no_page_for_an_unknown_path_or_verb(string method, string path)
    {
        using var response = await _http.SendToAsync(method, path);

        ((int)response.StatusCode).Should().Be(404);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await response.Content.ReadAsStringAsync()).Should().Be("404 Not Found");
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/channel-services/v1/contacts")]
    [InlineData("GET", "/v1/<script>")]
    public async Task The_gateway_has_a_page_for_an_unknown_path_or_verb(string method, string path)
    {
        using var response = await _http.SendToAsync(method, path);

        ((int)response.StatusCode).Should().Be(404);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Contain($"Cannot {method} /").And.NotContain("<script>");
    }

    [Fact]
    public async Task The_gateway_says_at_its_root_that_it_is_well_and_asks_for_no_credential()
    {
        using var http = new EmulatorHttp(_emulator, withKey: false);

        using var response = await http.SendToAsync("GET", "/");

        ((int)response.StatusCode).Should().Be(200);
        var health = await EmulatorHttp.ReadAsync(response);
        health.EnumerateObject().Select(member => member.Name).Should().Equal("name", "version", "env");
    }

    [Theory]
    [InlineData("my-id", true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", true)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    [InlineData(null, false)]
    public async Task The_request_id_comes_back_or_is_made_up(string? id, bool echoed)
    {
        using var response = await _http.SendAsync("GET", "/contacts/unknown", null, id is null ? [] : [("x-request-id", id)]);

        var answered = response.Headers.GetValues("x-request-id").Single();
        if (echoed)
        {
            answered.Should().Be(id);
        }
        else
        {
            Guid.TryParse(answered, out _).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "nonsense")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno file name\r\n--x--\r\n")]
    [InlineData(
        "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nnever ends")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition")]
    [InlineData("multipart/form-data", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nx\r\n--x--\r\n")]
    [InlineData("application/json", "{}")]
    [InlineData("image/png", "png")]
    public async Task An_upload_without_a_file_is_refused(string contentType, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("content-type", contentType);

        using var response = await _http.SendAsync("POST", "/contacts/_fileupload", content);

        ((int)response.StatusCode).Should().Be(400);
        var error = await EmulatorHttp.ReadAsync(response);
        error.GetProperty("code").GetInt32().Should().Be(99999);
        error.GetProperty("message").GetString().Should().Be("No file uploaded");
    }

    [Theory]
    [InlineData("GET /channel-service/v1/contacts/%zz HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("GET /channel-service/v1/contacts/%2F%00 HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\nConnection: close\r\n\r\n", 400)]
    [InlineData(
        "GET http://other.example/channel-service/v1/contacts HTTP/1.1\r\nHost: other.example\r\nx-api-key: k\r\nConnection: close\r\n\r\n",
        421)]
    [InlineData("GET /channel-service/v1/contacts HTTP/1.1\r\nHost: [bad\r\nx-api-key: k\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("HEAD /channel-service/v1/contacts HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("GET /channel-service/v1/contacts HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\nContent-Length: x\r\n\r\n", 400)]
    [InlineData(
        "PUT /channel-service/v1/notifications/read HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\nTransfer-Encoding: "
        + "chunked\r\nConnection: close\r\n\r\nzz\r\n", 400)]
    [InlineData("nonsense\r\n\r\n", 400)]
    public async Task Whatever_comes_is_answered_and_never_with_a_server_error(string request, int status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _emulator.GatewayUrl.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);

        var line = await reader.ReadLineAsync();

        line.Should().StartWith($"HTTP/1.1 {status} ");
    }

    [Fact]
    public async Task Requests_are_recorded_in_order_as_they_came()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 255]), "file", "a.png" } };
        await _http.SendAsync("GET", "/contacts?q=a%20b&limit=3", null, ("X-Mine", "1"), ("x-mine", "2"));
        await _http.SendAsync("PUT", $"/contacts/{_emulator.Contacts[0].Id}", EmulatorHttp.Json("""{"remark":"é"}"""));
        await _http.SendAsync("POST", "/contacts/_fileupload", form);
        await _http.SendAsync("GET", "/nothing");

        var requests = _emulator.Requests;

        requests.Select(request => request.Operation).Should().Equal("list", "update", "uploadAvatar", "");
        requests[0].Path.Should().Be("/channel-service/v1/contacts?q=a%20b&limit=3");
        requests[0].Headers["x-MINE"].Should().Be("1, 2");
        requests[0].Body.Should().BeNull();
        requests[0].BodyBytes.Should().BeNull();
        requests[1].Body.Should().Be("""{"remark":"é"}""");
        requests[1].Method.Should().Be("PUT");
        requests[1].PathTemplate.Should().Be("/contacts/{contactId}");
        requests[2].Body.Should().BeNull();
        requests[2].BodyBytes!.Value.ToArray().Should().ContainInOrder(1, 2, 255);
        requests[3].PathTemplate.Should().BeEmpty();
    }

    [Fact]
    public void Options_out_of_bounds_are_refused_by_name()
    {
        Refused(options => options.Contacts = -1, "Contacts");
        Refused(options => options.Contacts = 10_000_001, "Contacts");
        Refused(options => options.MaxLimit = 0, "MaxLimit");
        Refused(options => options.Port = 65_536, "Port");
        Refused(options => options.Dialect = (ContactsDialect)7, "Dialect");

        static void Refused(Action<ContactsEmulatorOptions> configure, string member) =>
            FluentActions.Invoking(() => ContactsEmulator.Start(configure))
                .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(member);
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_names_it()
    {
        var port = _emulator.GatewayUrl.Port;

        FluentActions.Invoking(() => ContactsEmulator.Start(options => options.Port = port))
            .Should().Throw<IOException>().WithMessage($"Port {port} *");
    }
}
