using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>What the bodies are that no operation of this contract has.</summary>
public sealed class RequestBodyTests
{
    [Theory]
    [InlineData(Engine.SystemTextJson)]
    [InlineData(Engine.Newtonsoft)]
    public async Task Json_is_sent_as_the_contract_names_it(Engine engine)
    {
        var sent = await SentAsync(request => request.SetBody(7L, "body", "application/merge-patch+json"), engine);

        sent.Should().Be(("application/merge-patch+json", "7"));
    }

    [Theory]
    [InlineData(Engine.SystemTextJson)]
    [InlineData(Engine.Newtonsoft)]
    public async Task Any_value_is_sent_as_json(Engine engine)
    {
        var value = new Dictionary<string, object?> { ["a"] = new List<object?> { 1, null, "ü" } };

        (await SentAsync(request => request.SetAnyBody(value, "body", isOptional: false, allowsNull: false), engine))
            .Should().Be(("application/json", """{"a":[1,null,"ü"]}"""));
        (await SentAsync(request => request.SetAnyBody(null, "body", isOptional: false, allowsNull: true), engine))
            .Should().Be(("application/json", "null"));
    }

    [Fact]
    public async Task A_text_is_sent_as_it_is() =>
        (await SentAsync(request => request.SetText("grüße\n", "body", isOptional: false, "text/plain")))
            .Should().Be(("text/plain; charset=utf-8", "grüße\n"));

    [Fact]
    public async Task A_form_has_a_field_for_each_member()
    {
        var value = new Dictionary<string, object?>
        {
            ["name"] = "a b&c",
            ["tags"] = new List<object?> { "x", "y" },
            ["address"] = new Dictionary<string, object?> { ["city"] = "Köln" },
            ["none"] = null,
        };

        (await SentAsync(request => request.SetForm<object>(value, "body", isOptional: false)))
            .Should().Be(("application/x-www-form-urlencoded", "name=a+b%26c&tags=x&tags=y&address=%7B%22city%22%3A%22K%C3%B6ln%22%7D"));
        var styled = await SentAsync(request => request.SetForm<object>(
            value, "body", isOptional: false,
            new FormField("tags", ParameterStyle.FormJoined), new FormField("address", ParameterStyle.DeepObject)));
        styled.Body.Should().Be("name=a+b%26c&tags=x%2Cy&address%5Bcity%5D=K%C3%B6ln");
    }

    [Fact]
    public async Task A_file_is_sent_alone_under_the_contracts_type_or_its_own()
    {
        var file = UploadContent.FromBytes(Encoding.UTF8.GetBytes("bytes"), "a.png");

        (await SentAsync(request => request.SetContent(file, "body", progress: null, isOptional: false, "image/webp")))
            .Should().Be(("image/webp", "bytes"));
        (await SentAsync(request => request.SetContent(file, "body", progress: null, isOptional: false)))
            .Should().Be(("image/png", "bytes"));
    }

    [Fact]
    public async Task A_form_holds_files_texts_and_json()
    {
        var (type, body) = await SentAsync(request =>
        {
            request.AddFile("file", UploadContent.FromBytes(new byte[] { 65 }, "a.txt"), "file", null, isOptional: false, "image/png");
            request.AddFiles(
                "more", [UploadContent.FromBytes(new byte[] { 66 }, "b.txt")], "more", null, isOptional: true, mediaType: null);
            request.AddPart("title", ParameterValue.Text("T"), "title", isOptional: false);
            request.AddPart("labels", ParameterValue.Items(["x", "y"]), "labels", isOptional: true);
            request.AddPart("meta", ParameterValue.Of<object>(new Dictionary<string, object?> { ["a"] = 1 }), "meta", isOptional: true);
            request.AddPart("left", value: null, "left", isOptional: true);
        });

        var parts = MultipartPart.ReadAll(type, Encoding.UTF8.GetBytes(body));
        parts.Select(part => (part.Name, part.FileName, part.ContentType, Encoding.UTF8.GetString(part.Bytes))).Should().Equal(
            ("file", "a.txt", "image/png", "A"), ("more", "b.txt", "text/plain", "B"), ("title", null, null, "T"),
            ("labels", null, null, "x"), ("labels", null, null, "y"), ("meta", null, "application/json", """{"a":1}"""));
    }

    [Fact]
    public async Task A_form_without_a_file_is_replayed_and_limited_like_any_request()
    {
        var request = Request();
        request.AddPart("title", ParameterValue.Text("secret-title"), "title", isOptional: false);
        var sent = Factory(Engine.SystemTextJson).Create(request);
        var redactor = new Redactor();
        sent.AddSecrets(redactor);

        sent.IsTransfer.Should().BeFalse();
        sent.CanReplay.Should().BeTrue();
        redactor.Clean("secret-title").Should().Be(Redactor.Mark);
        using var message = await sent.CreateMessageAsync(onProgress: null, default);
        await message.Content!.CopyToAsync(Stream.Null);
        sent.WasNotProcessed(message).Should().BeFalse("a value was sent");
    }

    [Fact]
    public void The_values_of_every_body_are_hidden_from_messages()
    {
        Hidden(request => request.SetText("first line\r\nsecret-line", "body", isOptional: false, "text/plain"), "secret-line");
        Hidden(request => request.SetForm<object>(
            new Dictionary<string, object?> { ["a"] = "secret value" }, "body", isOptional: false), "secret value");
        Hidden(request => request.SetAnyBody("secret-any", "body", isOptional: false, allowsNull: false), "secret-any");

        static void Hidden(Action<OperationRequest> fill, string secret)
        {
            var request = Request();
            fill(request);
            var redactor = new Redactor();
            Factory(Engine.SystemTextJson).Create(request).AddSecrets(redactor);
            redactor.Clean(secret).Should().Be(Redactor.Mark);
        }
    }

    [Fact]
    public void A_required_body_is_missed_by_name()
    {
        Missing(request => request.SetBody<string>(null!, "input"));
        Missing(request => request.SetListBody<int>(null, "input"));
        Missing(request => request.SetAnyBody(null, "input", isOptional: false, allowsNull: false));
        Missing(request => request.SetText(null, "input", isOptional: false, "text/plain"));
        Missing(request => request.SetForm<object>(null, "input", isOptional: false));
        Missing(request => request.SetContent(null, "input", progress: null, isOptional: false));
        Missing(request => request.AddFile("f", null, "input", progress: null, isOptional: false, mediaType: null));
        Missing(request => request.AddFiles("f", null, "input", progress: null, isOptional: false, mediaType: null));
        Missing(request => request.AddPart("f", value: null, "input", isOptional: false));

        static void Missing(Action<OperationRequest> fill) =>
            FluentActions.Invoking(() => fill(Request())).Should().Throw<ArgumentNullException>().WithParameterName("input");
    }

    [Fact]
    public void An_optional_body_that_is_null_is_not_sent()
    {
        None(request => request.SetOptionalBody<string>(null, "input"));
        None(request => request.SetOptionalBody((int?)null, "input"));
        None(request => request.SetOptionalListBody<int>(null, "input"));
        None(request => request.SetAnyBody(null, "input", isOptional: true, allowsNull: false));
        None(request => request.SetText(null, "input", isOptional: true, "text/plain"));
        None(request => request.SetForm<object>(null, "input", isOptional: true));
        None(request => request.SetContent(null, "input", progress: null, isOptional: true));

        static void None(Action<OperationRequest> fill)
        {
            var request = Request();
            fill(request);
            request.Body.Should().BeNull();
        }
    }

    [Fact]
    public void A_list_may_hold_blank_texts_only_where_the_contract_allows_them()
    {
        var request = Request();
        request.SetListBody(["", "a"], "items", allowsBlank: true);

        ((RequestBody<IReadOnlyList<string>>)request.Body!).Value.Should().Equal("", "a");
        FluentActions.Invoking(() => request.SetListBody(["", "a"], "items"))
            .Should().Throw<ArgumentException>().WithParameterName("items");
    }

    private static OperationRequest<Nothing> Request() =>
        new(new OperationDescriptor<Nothing>("probe", HttpMethod.Post, "things", ResponseReader.Nothing()));

    private static RequestFactory Factory(Engine engine) =>
        new(new Uri("https://gateway.example/v1/"), "v1", Engines.Of(engine), TimeProvider.System);

    private static async Task<(string Type, string Body)> SentAsync(Action<OperationRequest> fill, Engine engine = Engine.SystemTextJson)
    {
        var request = Request();
        fill(request);
        using var message = await Factory(engine).Create(request).CreateMessageAsync(onProgress: null, default);
        var bytes = await message.Content!.ReadAsByteArrayAsync();
        return (message.Content.Headers.NonValidated["Content-Type"].ToString(), Encoding.UTF8.GetString(bytes));
    }
}
