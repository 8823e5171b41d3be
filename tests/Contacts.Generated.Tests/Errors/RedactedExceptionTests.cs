using System.Net;
using System.Net.Sockets;

namespace Contacts.Generated.Tests;

public class CleanExceptionTests
{
    private const string Secret = "zqsecret";

    private readonly Redactor _redactor = new();

    public CleanExceptionTests() => _redactor.Add(Secret);

    public static TheoryData<Exception> Leaking => new()
    {
        new HttpRequestException("proxy " + Secret),
        new HttpRequestException("outer", new IOException(Secret)),
        new AggregateException("outer " + Secret, new IOException("a"), new IOException("b", new TimeoutException(Secret))),
        new IOException("data") { Data = { ["key"] = new Uri("http://host/" + Secret) } },
        new IOException("data") { Data = { [Secret] = 1 } },
        new TaskCanceledException("t", new OperationCanceledException("o", new InvalidOperationException(Secret))),
        new ArgumentException("an argument", Secret),
        new OfLibrary("plain", "http://host/?q=" + Secret),
        new HttpRequestException("outer", new OfLibrary(Secret, "x")),
        new OfLibrary("plain", "http://host/") { HelpLink = "http://host/" + Secret },
    };

    [Theory]
    [MemberData(nameof(Leaking))]
    public void What_an_exception_shows_of_a_secret_is_gone_at_every_level(Exception exception)
    {
        Shown.Of(exception).Should().Contain(Secret, "this is why");

        var clean = RedactedException.Of(exception, _redactor);

        Shown.Of(clean).Should().NotContain(Secret);
        clean.ToString().Should().Contain(exception.GetType().FullName);
    }

    [Fact]
    public void One_that_shows_none_stays_the_same_object()
    {
        var exception = new HttpRequestException("No such host (gateway.example:443)", new SocketException((int)SocketError.HostNotFound))
        { Data = { ["attempt"] = 1 } };

        RedactedException.Of(exception, _redactor).Should().BeSameAs(exception);
        RedactedException.Of(null, _redactor).Should().BeNull();
    }

    [Fact]
    public void The_codes_and_the_stack_trace_that_a_fault_is_diagnosed_by_stay()
    {
        var socket = new SocketException((int)SocketError.ConnectionRefused);
        Action fail = () => throw new HttpRequestException(HttpRequestError.ProxyTunnelError, "proxy "
            + Secret, socket, HttpStatusCode.ProxyAuthenticationRequired)
        { Data = { ["a"] = 1 } };
        var thrown = Record.Exception(fail)!;

        var clean = RedactedException.Of(thrown, _redactor).Should().BeOfType<HttpRequestException>().Which;

        clean.Message.Should().Be("proxy ***");
        clean.InnerException.Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
        clean.Data["a"].Should().Be("1");
#if !NETSTANDARD_BUILD
        clean.HttpRequestError.Should().Be(HttpRequestError.ProxyTunnelError);
        clean.StatusCode.Should().Be(HttpStatusCode.ProxyAuthenticationRequired);
        clean.HResult.Should().Be(thrown.HResult);
        clean.StackTrace.Should().Contain(nameof(The_codes_and_the_stack_trace_that_a_fault_is_diagnosed_by_stay));
#endif
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        var once = RedactedException.Of(new IOException(Secret), _redactor);

        RedactedException.Of(once, _redactor).Should().BeSameAs(once);
    }

    [Fact]
    public void A_property_that_throws_is_not_shown()
    {
        var clean = RedactedException.Of(new Broken(), _redactor);

        clean.Should().NotBeOfType<Broken>();
        clean.Message.Should().Contain(nameof(Broken)).And.EndWith("broken");
    }

    private sealed class OfLibrary(string message, string address) : Exception(message)
    {
        public Uri Address { get; } = new(address, UriKind.RelativeOrAbsolute);
    }

    private sealed class Broken() : Exception("broken")
    {
        public string Detail => Message.Length > 0 ? throw new InvalidOperationException() : Message;
    }
}
