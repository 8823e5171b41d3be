using System.Net.Sockets;
using System.Text;

namespace Contacts.Generated.Tests;

public class SafeInnerExceptionTests
{
    [Fact]
    public void The_place_of_a_JSON_fault_is_kept_and_its_text_is_not()
    {
        var exception = Caught(() => System.Text.Json.JsonDocument.Parse("{\n\"person@example.com\": oops}"));

        var text = new ContactsInvalidResponseException(200, innerException: exception).ToString();

        text.Should().Contain("line 1, position 22").And.NotContain("person");
    }

    [Fact]
    public void A_Newtonsoft_fault_quotes_values_so_only_its_place_is_kept()
    {
        var settings = new Newtonsoft.Json.JsonSerializerSettings();
        var exception = Caught(() =>
        {
            using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader("""{"At":"person@example.com"}"""));
            _ = Newtonsoft.Json.JsonSerializer.Create(settings).Deserialize<HasTime>(reader);
        });
        exception.Message.Should().Contain("person@example.com", "this is why");

        var text = new ContactsInvalidResponseException(200, innerException: exception).ToString();

        text.Should().Contain("Newtonsoft.Json could not read the body: line 1, position 26.").And.NotContain("person");
    }

    [Fact]
    public void A_parser_that_quotes_its_input_is_only_named()
    {
        var exception = Caught(() => _ = int.Parse("person@example.com", System.Globalization.CultureInfo.InvariantCulture));

        var text = new ContactsInvalidResponseException(200, innerException: exception).ToString();

        text.Should().Contain("System.FormatException").And.NotContain("person");
    }

    [Fact]
    public void A_fault_of_the_stream_passes_as_it_is_unless_it_wraps_another_one()
    {
        var plain = new IOException("reset", new SocketException(104));
        var wrapping = new IOException("reset", new FormatException("person@example.com"));

        new ContactsInvalidResponseException(200, innerException: plain).InnerException.Should().BeSameAs(plain);
        new ContactsInvalidResponseException(200, innerException: wrapping).ToString().Should().NotContain("person");
    }

    [Fact]
    public void A_connection_failure_keeps_its_cause()
    {
        var cause = new HttpRequestException("Connection refused (gateway.example:443)", new SocketException(111));

        new ContactsConnectionException(innerException: cause).InnerException.Should().BeSameAs(cause);
        new ContactsConnectionException().InnerException.Should().BeNull();
    }

    [Fact]
    public async Task A_header_line_that_cannot_be_read_is_not_quoted()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => new ValueTask<Stream>(new OneAnswer("HTTP/1.1 200 OK\r\nperson@example.com oops\r\n\r\n")),
        };
        using var http = new HttpClient(handler);
        Exception exception = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://gateway.example/")));
        exception.ToString().Should().Contain("person@example.com", "this is why");

        new ContactsConnectionException(innerException: exception)
            .ToString().Should().Contain("HttpRequestException").And.NotContain("person@");
    }

    [Fact]
    public void A_stream_fault_that_quotes_the_server_is_not_passed_on()
    {
        var cause = new HttpRequestException("broken", new HttpIOException(HttpRequestError.InvalidResponse, "person@example.com"));

        new ContactsConnectionException(innerException: cause).ToString().Should().NotContain("person");
        new ContactsInvalidResponseException(200, innerException: cause).ToString().Should().NotContain("person");
    }

    private static Exception Caught(Action action) => Record.Exception(action)!;

    private sealed class HasTime
    {
        public DateTime At { get; set; }
    }

    /// <summary>A connection that swallows the request and answers with the given bytes.</summary>
    private sealed class OneAnswer(string answer) : MemoryStream(Encoding.ASCII.GetBytes(answer))
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }
}
