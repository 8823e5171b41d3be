using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Bodies that are JSON by their grammar and hold something that is no text, or cannot be written again.</summary>
public sealed class EmulatorBadTextTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorBadTextTests() => _http = new EmulatorHttp(_emulator);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData("PUT", "/contacts/CONTACT", """{"display_name":"\ud800"}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"display_name":"BYTE"}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"\ud800":1}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"loyalty":{"deep":["\udc00"]}}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"loyalty":{"BYTE":1}}""")]
    [InlineData("PUT", "/contacts/CONTACT", """{"labels":["\ud800x"]}""")]
    [InlineData("PUT", "/notifications/read", """["\ud800"]""")]
    [InlineData("PUT", "/notifications/read", """["BYTE"]""")]
    [InlineData("PUT", "/notifications/read", """{"\ud800":["x"]}""")]
    [InlineData("DELETE", "/notifications/dismiss", """{"notification_id":"\ud800"}""")]
    [InlineData("POST", "/notifications/dismiss", """{"ids":["BYTE"]}""")]
    public async Task Text_that_is_no_text_is_refused(string method, string path, string body)
    {
        var bytes = Encoding.Latin1.GetBytes(body.Replace("BYTE", "\u00ff", StringComparison.Ordinal));
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("content-type", "application/json");

        using var response = await _http.SendAsync(
            method, path.Replace("CONTACT", _emulator.Contacts[0].Id, StringComparison.Ordinal), content);

        ((int)response.StatusCode).Should().Be(400);
        (await EmulatorHttp.ReadAsync(response)).GetProperty("code").GetInt32().Should().Be(40000);
        _emulator.Contacts[0].AdditionalProperties.Should().BeEmpty();
    }

    [Theory]
    [InlineData(31, 200)]
    [InlineData(32, 400)]
    [InlineData(63, 400)]
    public async Task What_is_nested_too_deeply_to_be_read_back_is_refused(int depth, int status)
    {
        var path = "/contacts/" + _emulator.Contacts[0].Id;
        using var response = await _http.SendAsync("PUT", path, EmulatorHttp.Json($$"""{"loyalty":{{new string('[', depth)}}{{new string(']', depth)}}}"""));

        ((int)response.StatusCode).Should().Be(status);
        await _http.GetAsync(path);
        (await _emulator.CreateClient().ListAsync()).Data[0].AdditionalProperties.ContainsKey("loyalty").Should().Be(status == 200);
    }

    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData("a\u0001b", "application/octet-stream")]
    [InlineData("image/\u00fc", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    public async Task A_part_whose_media_type_is_none_can_be_downloaded_all_the_same(string mediaType, string downloaded)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: "
                + $"{mediaType}\r\n\r\nbytes\r\n--x--\r\n"));
        content.Headers.TryAddWithoutValidation("content-type", "multipart/form-data; boundary=x");
        var url = (await _http.JsonAsync("POST", "/contacts/_fileupload", content)).GetProperty("url").GetString();

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await http.GetAsync(new Uri(url!));

        response.Content.Headers.ContentType!.ToString().Should().Be(downloaded);
        (await response.Content.ReadAsStringAsync()).Should().Be("bytes");
    }
}
