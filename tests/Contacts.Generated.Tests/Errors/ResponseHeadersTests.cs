using System.Runtime.CompilerServices;

namespace Contacts.Generated.Tests;

public class ResponseHeadersTests
{
    [Fact]
    public void Names_are_case_insensitive_and_repeated_values_are_joined()
    {
        using var response = Response(("X-Thing", "a"), ("x-thing", "b"), ("Server", "nginx/1.29.4 (Ubuntu)"));
        response.Content = new ByteArrayContent([1]);
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/csv; charset=utf-8");

        var headers = ResponseHeaders.From(response);

        headers["x-THING"].Should().Be("a, b");
        headers["server"].Should().Be("nginx/1.29.4 (Ubuntu)");
        headers["CONTENT-TYPE"].Should().Be("text/csv; charset=utf-8");
        headers.ContainsKey("absent").Should().BeFalse();
    }

    [Theory]
    [InlineData("Set-Cookie")]
    [InlineData("set-cookie")]
    [InlineData("x-api-key")]
    [InlineData("X-Access-Token")]
    [InlineData("Authorization")]
    [InlineData("Link")]
    [InlineData("Refresh")]
    public void Credentials_and_addresses_are_left_out(string name) => ErrorShapes.InEveryCulture(() =>
    {
        using var response = Response((name, "api_secret_key"));

        ResponseHeaders.From(response).Should().BeEmpty();
    });

    [Theory]
    [InlineData("https://user:api_secret_key@other.example:8443/contacts/_search?q=person%40example.com", "https://other.example:8443")]
    [InlineData("https://other.example/", "https://other.example")]
    public void Of_a_location_only_the_host_is_kept(string value, string expected)
    {
        using var response = Response(("Location", value));

        ResponseHeaders.From(response)["location"].Should().Be(expected);
    }

    [Theory]
    [InlineData("/contacts/person@example.com")]
    [InlineData("mailto:person@example.com")]
    [InlineData("file:///person")]
    [InlineData("::::")]
    public void A_location_without_a_host_is_left_out(string value)
    {
        using var response = Response(("Location", value));

        ResponseHeaders.From(response).Should().BeEmpty();
    }

    [Fact]
    public void The_copy_cannot_be_changed()
    {
        using var response = Response(("a", "b"));

        var write = () => ((IDictionary<string, string>)ResponseHeaders.From(response)).Add("c", "d");

        write.Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void The_copy_does_not_keep_the_content_alive()
    {
        var (headers, content) = CopyAndForget();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        content.IsAlive.Should().BeFalse();
        headers.Should().NotBeEmpty();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (IReadOnlyDictionary<string, string> Headers, WeakReference Content) CopyAndForget()
    {
        var response = Response(("a", "b"));
        response.Content = new ByteArrayContent([1]);
        return (ResponseHeaders.From(response), new WeakReference(response.Content));
    }

    private static HttpResponseMessage Response(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
