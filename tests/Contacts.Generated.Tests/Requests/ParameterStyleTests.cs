namespace Contacts.Generated.Tests;

/// <summary>How values become the parts of a request in each of the contract's styles.</summary>
public sealed class ParameterStyleTests
{
    private static readonly string[] _colors = ["blue", "b&w", "a,b"];
    private static readonly Dictionary<string, object?> _point = new() { ["R"] = 100, ["G"] = "x y", ["none"] = null };

    [Theory]
    [InlineData("Form", "c=blue&c=b%26w&c=a%2Cb")]
    [InlineData("FormJoined", "c=blue,b%26w,a%2Cb")]
    [InlineData("SpaceDelimited", "c=blue%20b%26w%20a%2Cb")]
    [InlineData("PipeDelimited", "c=blue%7Cb%26w%7Ca%2Cb")]
    [InlineData("DeepObject", "c%5B0%5D=blue&c%5B1%5D=b%26w&c%5B2%5D=a%2Cb")]
    public void A_list_in_a_query(string style, string query) => QueryOf(ParameterValue.Items(_colors), style).Should().Be(query);

    [Theory]
    [InlineData("Form", "R=100&G=x%20y")]
    [InlineData("FormJoined", "c=R,100,G,x%20y")]
    [InlineData("SpaceDelimited", "c=R%20100%20G%20x%20y")]
    [InlineData("PipeDelimited", "c=R%7C100%7CG%7Cx%20y")]
    [InlineData("DeepObject", "c%5BR%5D=100&c%5BG%5D=x%20y")]
    public void An_object_in_a_query(string style, string query) => QueryOf(ParameterValue.Of<object>(_point), style).Should().Be(query);

    [Fact]
    public void What_is_deep_in_an_object_keeps_its_path()
    {
        var value = new Dictionary<string, object?>
        {
            ["a"] = new Dictionary<string, object?> { ["b"] = true },
            ["tags"] = new List<object?> { "x", "y" },
            ["rows"] = new List<object?> { new Dictionary<string, object?> { ["id"] = 1.5 } },
        };

        QueryOf(ParameterValue.Of<object>(value), "DeepObject")
            .Should().Be("c%5Ba%5D%5Bb%5D=true&c%5Btags%5D=x&c%5Btags%5D=y&c%5Brows%5D%5B0%5D%5Bid%5D=1.5");
    }

    [Theory]
    [InlineData("Simple", "blue,b%26w,a%2Cb", "R,100,G,x%20y")]
    [InlineData("SimpleExploded", "blue,b%26w,a%2Cb", "R=100,G=x%20y")]
    [InlineData("Label", ".blue,b%26w,a%2Cb", ".R,100,G,x%20y")]
    [InlineData("LabelExploded", ".blue.b%26w.a%2Cb", ".R=100.G=x%20y")]
    [InlineData("Matrix", ";id=blue,b%26w,a%2Cb", ";id=R,100,G,x%20y")]
    [InlineData("MatrixExploded", ";id=blue;id=b%26w;id=a%2Cb", ";R=100;G=x%20y")]
    public void A_list_and_an_object_in_a_path(string style, string list, string members)
    {
        PathOf(ParameterValue.Items(_colors), style).Should().Be(list);
        PathOf(ParameterValue.Of<object>(_point), style).Should().Be(members);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public void A_path_never_leads_elsewhere(string id)
    {
        var act = () => PathOf(ParameterValue.Text(id), "Simple");

        act.Should().Throw<ArgumentException>().WithParameterName("thing");
    }

    [Fact]
    public void Single_values_are_written_alike_in_every_culture() => Cultures.Run("de-DE", () =>
    {
        Text(1.5).Should().Be("1.5");
        Text(1234567.25m).Should().Be("1234567.25");
        Text(false).Should().Be("false");
        Text(new byte[] { 251, 255 }).Should().Be("+/8=");
        Text(new Uri("https://host.example/a?b=c")).Should().Be("https://host.example/a?b=c");
        Text(Guid.Empty).Should().Be("00000000-0000-0000-0000-000000000000");
        Text(DateTimeOffset.UnixEpoch).Should().Be("1970-01-01T00:00:00.000Z");
        static string Text<T>(T value) => (string)ParameterValue.Text(value)!.Plain!;
    });

    [Fact]
    public void Reserved_characters_stay_where_the_contract_says_so()
    {
        var request = Request();
        request.AddQuery("u", ParameterValue.Text("https://a/b?c=d&e#f+g h"), "url", keepsReserved: true);

        request.Query.Select(pair => pair.Name).Should().Equal("u=https://a/b?c%3Dd%26e%23f%2Bg%20h");
    }

    [Fact]
    public void A_value_can_be_sent_as_json()
    {
        var request = Request();
        request.AddQuery("where", ParameterValue.Json<object>(_point), "where");

        Uri.UnescapeDataString(request.Query[0].Name).Should().Be("""where={"R":100,"G":"x y","none":null}""");
    }

    [Fact]
    public void Cookies_are_one_header()
    {
        var request = Request();
        request.AddCookie("session", ParameterValue.Text("a=b; c"), "session");
        request.AddCookie("theme", ParameterValue.Items(_colors.Take(2)), "options", "options.Theme");
        request.AddCookie("other", value: null, "options", "options.Other");

        request.Headers.Should().ContainSingle().Which.Should()
            .Be(new KeyValuePair<string, string>("Cookie", "session=a%3Db%3B%20c; theme=blue; theme=b%26w"));
    }

    [Fact]
    public void A_header_takes_lists_and_single_values()
    {
        var request = Request();
        request.AddHeader("X-Ids", ParameterValue.Items([1, 2]), "ids");
        request.AddHeader("X-Flag", true, "flag");

        request.Headers.Should().Equal(
            new KeyValuePair<string, string>("X-Ids", "1,2"), new KeyValuePair<string, string>("X-Flag", "true"));
    }

    [Fact]
    public void A_header_takes_nothing_that_would_begin_another_one()
    {
        var act = () => Request().AddHeader("X-Ids", ParameterValue.Items(["a\r\nX-Other: b"]), "ids");

        act.Should().Throw<ArgumentException>().WithParameterName("ids");
    }

    [Fact]
    public void What_is_required_is_missed_by_name()
    {
        Missing(request => request.AddQuery("q", (ParameterValue?)null, "query"), "query");
        Missing(request => request.AddHeader("X-Q", (ParameterValue?)null, "header"), "header");
        Missing(request => request.AddCookie("q", value: null, "cookie"), "cookie");
        Missing(request => request.SetPath("id", (ParameterValue?)null, "thing", ParameterStyle.Matrix), "thing");

        static void Missing(Action<OperationRequest> add, string parameter) =>
            FluentActions.Invoking(() => add(Request())).Should().Throw<ArgumentNullException>().WithParameterName(parameter);
    }

    [Fact]
    public void What_is_optional_and_null_is_not_sent()
    {
        var request = Request();
        request.AddQuery("q", (ParameterValue?)null, "options", "options.Query");
        request.AddHeader("X-Q", (ParameterValue?)null, "options", "options.Header");
        request.AddQuery("l", ParameterValue.Items(Array.Empty<int>()), "options", "options.List", ParameterStyle.FormJoined);

        request.HasQuery.Should().BeFalse();
        request.Headers.Should().BeNull();
    }

    [Fact]
    public void Each_part_of_a_value_is_hidden_from_messages()
    {
        var request = new OperationRequest<Nothing>(
            new OperationDescriptor<Nothing>("probe", HttpMethod.Get, "things/{id}.{ext}", ResponseReader.Nothing()));
        request.SetPath("id", ParameterValue.Items(["secret-one", "secret-two"]), "id", ParameterStyle.Matrix);
        request.SetPath("ext", "secret-three", "ext");
        request.AddQuery("ids", ParameterValue.Items(["secret-four", "secret-five"]), "ids", style: ParameterStyle.PipeDelimited);
        request.AddCookie("session", ParameterValue.Text("secret-six"), "session");
        var redactor = new Redactor();

        Factory().Create(request).AddSecrets(redactor);

        redactor.Clean("secret-one secret-two secret-three secret-four secret-five secret-six").Should().NotContain("secret");
    }

    private static RequestFactory Factory() =>
        new(new Uri("https://gateway.example/root/v1/"), "v1", JsonEngine.Default, TimeProvider.System);

    [Theory]
    [InlineData("things", "https://gateway.example/root/v1/things")]
    [InlineData("/alt/things", "https://gateway.example/root/alt/things")]
    [InlineData("/things", "https://gateway.example/root/things")]
    public void A_path_is_below_the_services_or_below_the_gateway(string path, string address)
    {
        var request = new OperationRequest<Nothing>(
            new OperationDescriptor<Nothing>("probe", HttpMethod.Get, path, ResponseReader.Nothing()));

        Factory().Create(request).Address.Should().Be(new Uri(address));
    }

    private static OperationRequest<Nothing> Request() =>
        new(new OperationDescriptor<Nothing>("probe", HttpMethod.Get, "things/{id}", ResponseReader.Nothing()));

    private static string QueryOf(ParameterValue? value, string style)
    {
        var request = Request();
        request.AddQuery("c", value, "colors", style: Enum.Parse<ParameterStyle>(style));
        return string.Join("&", request.Query.Select(pair => pair.Name));
    }

    private static string PathOf(ParameterValue? value, string style)
    {
        var request = Request();
        request.SetPath("id", value, "thing", Enum.Parse<ParameterStyle>(style));
        return request.PathValues[0]!;
    }
}
